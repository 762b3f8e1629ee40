//! Opening a file a little at a time, so that a page can draw between the parts and let it be given up. What was open
//! before is none of its concern: a session comes out when all of the file is read, checked and calculated.

use std::borrow::Cow;

use super::job::{Part, Stage};
use super::{Environment, Refusal, Session, uncalculated};
use crate::calc::World;
use crate::display::Locale;
use crate::file::Reading;

/// A file that is being opened.
pub struct Opening {
    locale: Locale,
    at: At,
}

/// What is done with a file.
enum At {
    Reading(Box<Reading<'static>>, Box<dyn Environment>),
    /// All is read; how many formulas there were at most to calculate.
    Calculating(Box<Session>, Box<World>, u64),
    Over,
}

/// How far the opening of a file has come.
pub enum Opened {
    /// It is not done yet.
    Working(Part),
    /// The file is open.
    Done(Box<Session>),
    /// It is damaged, foreign or newer.
    Refused(Refusal),
}

impl Opening {
    /// Begins to open the bytes of a file, for somebody who reads and types in a language.
    pub fn of(bytes: Vec<u8>, environment: Box<dyn Environment>, locale: Locale) -> Result<Self, Refusal> {
        let reading = Reading::of(Cow::Owned(bytes)).map_err(|error| Refusal::of_file(&error, locale))?;
        Ok(Self { locale, at: At::Reading(Box::new(reading), environment) })
    }

    /// Goes on until the file is open, or until a function that is asked now and then wants a pause.
    pub fn advance(&mut self, pause: &mut dyn FnMut() -> bool) -> Opened {
        match std::mem::replace(&mut self.at, At::Over) {
            At::Reading(mut reading, environment) => match reading.advance(pause) {
                Err(error) => Opened::Refused(Refusal::of_file(&error, self.locale)),
                Ok(None) => {
                    let (done, total) = reading.progress();
                    self.at = At::Reading(reading, environment);
                    Opened::Working(Part { stage: Stage::Reading, done, total })
                }
                Ok(Some(book)) => {
                    drop(reading);
                    let mut session = Box::new(uncalculated(book, environment));
                    session.locale = self.locale;
                    session.calculator.note_everything();
                    let world = Box::new(session.world());
                    self.calculate(session, world, 0, pause)
                }
            },
            At::Calculating(session, world, most) => self.calculate(session, world, most, pause),
            At::Over => Opened::Refused(Refusal::of_busy(self.locale)),
        }
    }

    fn calculate(
        &mut self,
        mut session: Box<Session>,
        world: Box<World>,
        most: u64,
        pause: &mut dyn FnMut() -> bool,
    ) -> Opened {
        let Session { book, calculator, .. } = &mut *session;
        if calculator.settle_some(book, &world, pause).is_some() {
            return Opened::Done(session);
        }
        let left = calculator.left();
        let most = most.max(left);
        self.at = At::Calculating(session, world, most);
        Opened::Working(Part { stage: Stage::Calculating, done: most - left, total: most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Address, Still};

    fn world() -> Box<dyn Environment> {
        Box::new(Still { now: 46_266.0 })
    }

    fn bytes() -> Vec<u8> {
        let mut session = Session::new(world());
        let sheet = session.sheets()[0].id;
        for row in 0..2_000 {
            let text = if row == 0 { "1".to_owned() } else { format!("=SUMMA(A{row};1)") };
            session.put(Address::new(row, 0).on(sheet), &text).unwrap();
        }
        session.save()
    }

    #[test]
    fn a_file_is_read_and_calculated_a_little_at_a_time() {
        let bytes = bytes();
        let mut opening = Opening::of(bytes.clone(), world(), Locale::English).unwrap_or_else(|_| panic!("it is read"));
        let mut stages = Vec::new();
        let session = loop {
            match opening.advance(&mut || true) {
                Opened::Working(part) => {
                    assert!(part.done <= part.total);
                    stages.push(part.stage);
                }
                Opened::Done(session) => break session,
                Opened::Refused(refusal) => panic!("{refusal}"),
            }
        };
        assert_eq!((stages.first(), stages.last()), (Some(&Stage::Reading), Some(&Stage::Calculating)));
        assert_eq!((session.save(), session.locale(), session.revision()), (bytes, Locale::English, 0));
    }

    #[test]
    fn a_damaged_file_is_refused_in_the_language_of_who_opens_it() {
        let mut bytes = bytes();
        bytes.truncate(4_000);
        let refused = |locale| match Opening::of(bytes.clone(), world(), locale)
            .map(|mut opening| opening.advance(&mut || false))
        {
            Ok(Opened::Refused(refusal)) => refusal.reason,
            _ => panic!("it is damaged"),
        };
        assert_ne!(refused(Locale::Swedish), refused(Locale::English));
    }
}
