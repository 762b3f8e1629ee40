//! Text patterns with `*`, `?` and `~`, compared without regard to case. Matching never backtracks: between stars the
//! leftmost fit is always as good as any other.

/// A pattern, cut at its stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    segments: Vec<Vec<Token>>,
    /// Whether capital and small letters differ.
    cased: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Any,
    Letter(char),
}

impl Pattern {
    /// The pattern a text says: `*` any letters, `?` one letter, `~` takes the next sign literally.
    pub fn new(text: &str) -> Self {
        Self::read(text, false)
    }

    /// The same, with regard to case.
    pub fn cased(text: &str) -> Self {
        Self::read(text, true)
    }

    fn read(text: &str, cased: bool) -> Self {
        let fold = |letter| if cased { letter } else { fold(letter) };
        let mut segments = vec![Vec::new()];
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            let token = match letter {
                '*' => {
                    segments.push(Vec::new());
                    continue;
                }
                '?' => Token::Any,
                '~' => match letters.next() {
                    Some(next) => Token::Letter(fold(next)),
                    None => break,
                },
                letter => Token::Letter(fold(letter)),
            };
            if let Some(segment) = segments.last_mut() {
                segment.push(token);
            }
        }
        Self { segments, cased }
    }

    /// Whether a text has signs that make it more than itself as a pattern.
    pub fn is_needed(text: &str) -> bool {
        text.contains(['*', '?', '~'])
    }

    fn letters(&self, text: &str) -> Vec<char> {
        text.chars().map(|letter| if self.cased { letter } else { fold(letter) }).collect()
    }

    /// Whether the whole of a text fits.
    pub fn matches(&self, text: &str) -> bool {
        let letters: Vec<char> = self.letters(text);
        let (Some(first), Some(last)) = (self.segments.first(), self.segments.last()) else { return false };
        if self.segments.len() == 1 {
            return letters.len() == first.len() && fits(first, &letters);
        }
        let Some(end) = letters.len().checked_sub(last.len()) else { return false };
        let middle = &self.segments[1..self.segments.len() - 1];
        fits(first, &letters) && fits(last, &letters[end..]) && {
            let after = find_all(middle, &letters[..end], first.len());
            after.is_some_and(|after| after <= end)
        }
    }

    /// Where the pattern first fits within a text, from a place on; letters are counted from zero.
    pub fn find(&self, text: &str, from: usize) -> Option<usize> {
        self.span(text, from).map(|(start, _)| start)
    }

    /// The first letters that fit, from a place on: the first of them, and the one after the last. A star at the end of the
    /// pattern takes the rest of the text.
    pub fn span(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let letters: Vec<char> = self.letters(text);
        let (first, rest) = self.segments.split_first()?;
        let start = find_segment(first, &letters, from)?;
        let end = find_all(rest, &letters, start + first.len())?;
        let is_open = rest.last().is_some_and(Vec::is_empty);
        Some((start, if is_open { letters.len() } else { end }))
    }
}

/// Finds segments one after the other and gives the place after the last.
fn find_all(segments: &[Vec<Token>], letters: &[char], from: usize) -> Option<usize> {
    segments.iter().try_fold(from, |from, segment| Some(find_segment(segment, letters, from)? + segment.len()))
}

fn find_segment(segment: &[Token], letters: &[char], from: usize) -> Option<usize> {
    let last = letters.len().checked_sub(segment.len())?;
    (from..=last).find(|start| fits(segment, &letters[*start..]))
}

fn fits(segment: &[Token], letters: &[char]) -> bool {
    segment.len() <= letters.len()
        && segment.iter().zip(letters).all(|(token, letter)| match token {
            Token::Any => true,
            Token::Letter(wanted) => wanted == letter,
        })
}

fn fold(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_letters() {
        for (pattern, text, expected) in [
            ("bost*", "Bostad", true),
            ("*stad", "bostad", true),
            ("*", "", true),
            ("b?stad", "Bästad", true),
            ("a*b*c", "axxbyyc", true),
            ("a*bc", "abxbc", true),
            ("ab*ba", "aba", false),
            ("a~*", "a*", true),
            ("a~*", "ab", false),
            ("~~", "~", true),
            ("~D", "d", true),
            ("ÅR", "år", true),
            ("a?", "a", false),
        ] {
            assert_eq!(Pattern::new(pattern).matches(text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn the_first_fit_is_found() {
        assert_eq!(Pattern::new("n?d").find("Nämnd nad", 0), Some(6));
        assert_eq!(Pattern::new("*d").find("nämnd", 0), Some(0));
        assert_eq!(Pattern::new("").find("abc", 3), Some(3));
        assert_eq!(Pattern::new("b*a").find("abc", 0), None);
        assert_eq!(Pattern::cased("N*d").find("nämnd Nämnd", 0), Some(6));
        assert_eq!(Pattern::new("n?d").span("Nämnd nad", 0), Some((6, 9)));
        assert_eq!(Pattern::new("ä*").span("Nämnd", 0), Some((1, 5)));
    }
}
