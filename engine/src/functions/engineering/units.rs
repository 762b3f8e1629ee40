//! The units that `CONVERT` knows, as exact decimals where they are exact.

/// A unit.
pub(super) struct Unit {
    /// How it is written.
    pub symbol: &'static str,
    /// What it measures.
    pub kind: Kind,
    /// Its size in the kind's base unit, as digits and power of ten, before it is divided by `per` and raised to `power`.
    pub size: (&'static str, i32),
    /// What the size is divided by.
    pub per: &'static str,
    /// 2 for squares and 3 for cubes of the size.
    pub power: u32,
    /// Which prefixes it takes.
    pub prefixes: Prefixes,
}

/// What a unit measures. The base units are gram, metre, second, pascal, newton, joule, watt, tesla, kelvin, cubic metre,
/// square metre, bit and metre per second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Mass,
    Length,
    Time,
    Pressure,
    Force,
    Energy,
    Power,
    Magnetism,
    Temperature,
    Volume,
    Area,
    Information,
    Speed,
}

/// Prefixes that a unit takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefixes {
    None,
    Decimal,
    DecimalAndBinary,
}

/// Prefixes with their powers of ten.
pub(super) const DECIMAL_PREFIXES: [(&str, i32); 21] = [
    ("Y", 24),
    ("Z", 21),
    ("E", 18),
    ("P", 15),
    ("T", 12),
    ("G", 9),
    ("M", 6),
    ("k", 3),
    ("h", 2),
    ("da", 1),
    ("e", 1),
    ("d", -1),
    ("c", -2),
    ("m", -3),
    ("u", -6),
    ("n", -9),
    ("p", -12),
    ("f", -15),
    ("a", -18),
    ("z", -21),
    ("y", -24),
];

/// Prefixes with their powers of 1024.
pub(super) const BINARY_PREFIXES: [(&str, u32); 8] =
    [("ki", 1), ("Mi", 2), ("Gi", 3), ("Ti", 4), ("Pi", 5), ("Ei", 6), ("Zi", 7), ("Yi", 8)];

/// Where the zero of a temperature scale lies, in its own degrees above absolute zero.
pub(super) const ZERO_POINTS: [(&str, &str); 5] =
    [("C", "273.15"), ("cel", "273.15"), ("F", "459.67"), ("fah", "459.67"), ("Reau", "218.52")];

const fn unit(symbol: &'static str, kind: Kind, digits: &'static str, exponent: i32) -> Unit {
    Unit { symbol, kind, size: (digits, exponent), per: "1", power: 1, prefixes: Prefixes::None }
}

impl Unit {
    const fn per(mut self, per: &'static str) -> Self {
        self.per = per;
        self
    }

    const fn squared(mut self) -> Self {
        self.power = 2;
        self
    }

    const fn cubed(mut self) -> Self {
        self.power = 3;
        self
    }

    const fn prefixed(mut self) -> Self {
        self.prefixes = Prefixes::Decimal;
        self
    }

    const fn prefixed_binary(mut self) -> Self {
        self.prefixes = Prefixes::DecimalAndBinary;
        self
    }
}

const MASS: &[Unit] = &[
    unit("g", Kind::Mass, "1", 0).prefixed(),
    unit("sg", Kind::Mass, "4448.2216152605", 0).per("0.3048"),
    unit("lbm", Kind::Mass, "453.59237", 0),
    unit("u", Kind::Mass, "1.660538782", -24).prefixed(),
    unit("ozm", Kind::Mass, "28.349523125", 0),
    unit("grain", Kind::Mass, "0.06479891", 0),
    unit("cwt", Kind::Mass, "45359.237", 0),
    unit("shweight", Kind::Mass, "45359.237", 0),
    unit("uk_cwt", Kind::Mass, "50802.34544", 0),
    unit("lcwt", Kind::Mass, "50802.34544", 0),
    unit("hweight", Kind::Mass, "50802.34544", 0),
    unit("stone", Kind::Mass, "6350.29318", 0),
    unit("ton", Kind::Mass, "907184.74", 0),
    unit("uk_ton", Kind::Mass, "1016046.9088", 0),
    unit("LTON", Kind::Mass, "1016046.9088", 0),
    unit("brton", Kind::Mass, "1016046.9088", 0),
];

const LENGTH: &[Unit] = &[
    unit("m", Kind::Length, "1", 0).prefixed(),
    unit("mi", Kind::Length, "1609.344", 0),
    unit("Nmi", Kind::Length, "1852", 0),
    unit("in", Kind::Length, "0.0254", 0),
    unit("ft", Kind::Length, "0.3048", 0),
    unit("yd", Kind::Length, "0.9144", 0),
    unit("ang", Kind::Length, "1", -10).prefixed(),
    unit("ell", Kind::Length, "1.143", 0),
    unit("ly", Kind::Length, "9.4607304725808", 15).prefixed(),
    unit("parsec", Kind::Length, "3.08567758128155", 16).prefixed(),
    unit("pc", Kind::Length, "3.08567758128155", 16).prefixed(),
    unit("Picapt", Kind::Length, "0.0254", 0).per("72"),
    unit("Pica", Kind::Length, "0.0254", 0).per("72"),
    unit("pica", Kind::Length, "0.0254", 0).per("6"),
    unit("survey_mi", Kind::Length, "6336000", 0).per("3937"),
];

const TIME: &[Unit] = &[
    unit("yr", Kind::Time, "31557600", 0),
    unit("day", Kind::Time, "86400", 0),
    unit("d", Kind::Time, "86400", 0),
    unit("hr", Kind::Time, "3600", 0),
    unit("mn", Kind::Time, "60", 0),
    unit("min", Kind::Time, "60", 0),
    unit("sec", Kind::Time, "1", 0).prefixed(),
    unit("s", Kind::Time, "1", 0).prefixed(),
];

const PRESSURE: &[Unit] = &[
    unit("Pa", Kind::Pressure, "1", 0).prefixed(),
    unit("p", Kind::Pressure, "1", 0).prefixed(),
    unit("atm", Kind::Pressure, "101325", 0).prefixed(),
    unit("at", Kind::Pressure, "101325", 0).prefixed(),
    unit("mmHg", Kind::Pressure, "133.322", 0).prefixed(),
    unit("psi", Kind::Pressure, "4.4482216152605", 0).per("0.00064516"),
    unit("Torr", Kind::Pressure, "101325", 0).per("760"),
];

const FORCE: &[Unit] = &[
    unit("N", Kind::Force, "1", 0).prefixed(),
    unit("dyn", Kind::Force, "1", -5).prefixed(),
    unit("dy", Kind::Force, "1", -5).prefixed(),
    unit("lbf", Kind::Force, "4.4482216152605", 0),
    unit("pond", Kind::Force, "0.00980665", 0).prefixed(),
];

const ENERGY: &[Unit] = &[
    unit("J", Kind::Energy, "1", 0).prefixed(),
    unit("e", Kind::Energy, "1", -7).prefixed(),
    unit("c", Kind::Energy, "4.184", 0).prefixed(),
    unit("cal", Kind::Energy, "4.1868", 0).prefixed(),
    unit("eV", Kind::Energy, "1.602176487", -19).prefixed(),
    unit("ev", Kind::Energy, "1.602176487", -19).prefixed(),
    unit("HPh", Kind::Energy, "2684519.53769617279", 0),
    unit("hh", Kind::Energy, "2684519.53769617279", 0),
    unit("Wh", Kind::Energy, "3600", 0).prefixed(),
    unit("wh", Kind::Energy, "3600", 0).prefixed(),
    unit("flb", Kind::Energy, "1.3558179483314004", 0),
    unit("BTU", Kind::Energy, "1055.05585262", 0),
    unit("btu", Kind::Energy, "1055.05585262", 0),
];

const POWER: &[Unit] = &[
    unit("W", Kind::Power, "1", 0).prefixed(),
    unit("w", Kind::Power, "1", 0).prefixed(),
    unit("HP", Kind::Power, "745.69987158227022", 0),
    unit("h", Kind::Power, "745.69987158227022", 0),
    unit("PS", Kind::Power, "735.49875", 0),
];

const MAGNETISM: &[Unit] =
    &[unit("T", Kind::Magnetism, "1", 0).prefixed(), unit("ga", Kind::Magnetism, "1", -4).prefixed()];

const TEMPERATURE: &[Unit] = &[
    unit("K", Kind::Temperature, "1", 0).prefixed(),
    unit("kel", Kind::Temperature, "1", 0).prefixed(),
    unit("C", Kind::Temperature, "1", 0),
    unit("cel", Kind::Temperature, "1", 0),
    unit("F", Kind::Temperature, "5", 0).per("9"),
    unit("fah", Kind::Temperature, "5", 0).per("9"),
    unit("Rank", Kind::Temperature, "5", 0).per("9"),
    unit("Reau", Kind::Temperature, "1.25", 0),
];

const VOLUME: &[Unit] = &[
    unit("l", Kind::Volume, "1", -3).prefixed(),
    unit("L", Kind::Volume, "1", -3).prefixed(),
    unit("lt", Kind::Volume, "1", -3).prefixed(),
    unit("tsp", Kind::Volume, "4.92892159375", -6),
    unit("tspm", Kind::Volume, "5", -6),
    unit("tbs", Kind::Volume, "14.78676478125", -6),
    unit("oz", Kind::Volume, "29.5735295625", -6),
    unit("cup", Kind::Volume, "236.5882365", -6),
    unit("pt", Kind::Volume, "473.176473", -6),
    unit("us_pt", Kind::Volume, "473.176473", -6),
    unit("uk_pt", Kind::Volume, "568.26125", -6).prefixed(),
    unit("qt", Kind::Volume, "946.352946", -6),
    unit("uk_qt", Kind::Volume, "1136.5225", -6),
    unit("gal", Kind::Volume, "3785.411784", -6),
    unit("uk_gal", Kind::Volume, "4546.09", -6),
    unit("barrel", Kind::Volume, "0.158987294928", 0),
    unit("bushel", Kind::Volume, "0.03523907016688", 0),
    unit("GRT", Kind::Volume, "2.8316846592", 0),
    unit("regton", Kind::Volume, "2.8316846592", 0),
    unit("MTON", Kind::Volume, "1.13267386368", 0),
    unit("ang3", Kind::Volume, "1", -10).cubed().prefixed(),
    unit("ang^3", Kind::Volume, "1", -10).cubed().prefixed(),
    unit("m3", Kind::Volume, "1", 0).cubed().prefixed(),
    unit("m^3", Kind::Volume, "1", 0).cubed().prefixed(),
    unit("in3", Kind::Volume, "0.0254", 0).cubed(),
    unit("in^3", Kind::Volume, "0.0254", 0).cubed(),
    unit("ft3", Kind::Volume, "0.3048", 0).cubed(),
    unit("ft^3", Kind::Volume, "0.3048", 0).cubed(),
    unit("yd3", Kind::Volume, "0.9144", 0).cubed(),
    unit("yd^3", Kind::Volume, "0.9144", 0).cubed(),
    unit("mi3", Kind::Volume, "1609.344", 0).cubed(),
    unit("mi^3", Kind::Volume, "1609.344", 0).cubed(),
    unit("Nmi3", Kind::Volume, "1852", 0).cubed(),
    unit("Nmi^3", Kind::Volume, "1852", 0).cubed(),
    unit("ly3", Kind::Volume, "9.4607304725808", 15).cubed(),
    unit("ly^3", Kind::Volume, "9.4607304725808", 15).cubed(),
    unit("Picapt3", Kind::Volume, "0.0254", 0).per("72").cubed(),
    unit("Picapt^3", Kind::Volume, "0.0254", 0).per("72").cubed(),
    unit("Pica3", Kind::Volume, "0.0254", 0).per("72").cubed(),
    unit("Pica^3", Kind::Volume, "0.0254", 0).per("72").cubed(),
];

const AREA: &[Unit] = &[
    unit("uk_acre", Kind::Area, "4046.8564224", 0),
    unit("us_acre", Kind::Area, "62726400000", 0).per("15499969"),
    unit("ar", Kind::Area, "100", 0).prefixed(),
    unit("ha", Kind::Area, "10000", 0),
    unit("Morgen", Kind::Area, "2500", 0),
    unit("ang2", Kind::Area, "1", -10).squared().prefixed(),
    unit("ang^2", Kind::Area, "1", -10).squared().prefixed(),
    unit("m2", Kind::Area, "1", 0).squared().prefixed(),
    unit("m^2", Kind::Area, "1", 0).squared().prefixed(),
    unit("in2", Kind::Area, "0.0254", 0).squared(),
    unit("in^2", Kind::Area, "0.0254", 0).squared(),
    unit("ft2", Kind::Area, "0.3048", 0).squared(),
    unit("ft^2", Kind::Area, "0.3048", 0).squared(),
    unit("yd2", Kind::Area, "0.9144", 0).squared(),
    unit("yd^2", Kind::Area, "0.9144", 0).squared(),
    unit("mi2", Kind::Area, "1609.344", 0).squared(),
    unit("mi^2", Kind::Area, "1609.344", 0).squared(),
    unit("Nmi2", Kind::Area, "1852", 0).squared(),
    unit("Nmi^2", Kind::Area, "1852", 0).squared(),
    unit("ly2", Kind::Area, "9.4607304725808", 15).squared(),
    unit("ly^2", Kind::Area, "9.4607304725808", 15).squared(),
    unit("Picapt2", Kind::Area, "0.0254", 0).per("72").squared(),
    unit("Picapt^2", Kind::Area, "0.0254", 0).per("72").squared(),
    unit("Pica2", Kind::Area, "0.0254", 0).per("72").squared(),
    unit("Pica^2", Kind::Area, "0.0254", 0).per("72").squared(),
];

const INFORMATION: &[Unit] = &[
    unit("bit", Kind::Information, "1", 0).prefixed_binary(),
    unit("byte", Kind::Information, "8", 0).prefixed_binary(),
];

const SPEED: &[Unit] = &[
    unit("m/s", Kind::Speed, "1", 0).prefixed(),
    unit("m/sec", Kind::Speed, "1", 0).prefixed(),
    unit("m/h", Kind::Speed, "1", 0).per("3600").prefixed(),
    unit("m/hr", Kind::Speed, "1", 0).per("3600").prefixed(),
    unit("mph", Kind::Speed, "0.44704", 0).prefixed(),
    unit("kn", Kind::Speed, "1852", 0).per("3600"),
    unit("admkn", Kind::Speed, "1853.184", 0).per("3600"),
];

const UNITS: [&[Unit]; 13] =
    [MASS, LENGTH, TIME, PRESSURE, FORCE, ENERGY, POWER, MAGNETISM, TEMPERATURE, VOLUME, AREA, INFORMATION, SPEED];

/// Every unit.
pub(super) fn all() -> impl Iterator<Item = &'static Unit> {
    UNITS.iter().flat_map(|kind| kind.iter())
}
