//! The checksum of a file: the XXH64 of its text without white space and without the checksum itself, in hexadecimal. So a
//! file may be laid out in another way, as by a program for source code, and is still whole. It tells damage, not forgery:
//! whoever changes a file on purpose can change its checksum too. That is why a quick one does.

use std::hash::Hasher;

use twox_hash::XxHash64;

use crate::scan::Structure;

/// A checksum that is being summed up.
pub struct Checksum(XxHash64);

impl Default for Checksum {
    fn default() -> Self {
        Self(XxHash64::with_seed(0))
    }
}

impl Checksum {
    /// Stands where a checksum will stand.
    pub const ROOM: &str = "----------------";

    /// That of a whole text.
    pub fn of(text: &str) -> Self {
        let (mut structure, mut checksum) = (Structure::default(), Self::default());
        while let Some(plain) = structure.advance(text) {
            checksum.take(plain);
        }
        checksum
    }

    /// Takes in the next piece of the text without white space.
    pub fn take(&mut self, plain: &[u8]) {
        self.0.write(plain);
    }

    /// As it stands in the file.
    pub fn words(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}
