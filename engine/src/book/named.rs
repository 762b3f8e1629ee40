//! Sorts of things that are written by a word of their own.

/// Things that have names: the name of each is its word.
macro_rules! named {
    ($(#[$doc:meta])* $kind:ident: $($(#[$item_doc:meta])* $item:ident = $name:literal,)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $kind { $($(#[$item_doc])* $item,)* }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$item,)*];

            /// Its word.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$item => $name,)* }
            }

            /// The one of a word.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.name() == name)
            }
        }
    };
}

pub(super) use named;
