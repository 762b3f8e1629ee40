//! Report tables: rectangles of a sheet that know what they mean — kind, unit, signs, roles of rows and columns, and
//! the figures as they were published. Rows and columns are named by their stable ids, so edits never lose them.

use std::collections::BTreeMap;

use super::named::named;
use super::sheet::Sheet;
use crate::base::{Address, LineId, Range};
use crate::value::Value;

/// A report table.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportTable {
    /// Identity in the book, such as `koping-01-driftredovisning`.
    pub id: String,
    /// What the table reports.
    pub kind: TableKind,
    /// What stands over the figures.
    pub heading: Heading,
    /// What its figures are and how they are shown.
    pub figures: Figures,
    /// Column of the row labels.
    pub label_column: LineId,
    /// Columns from left to right, without the labels.
    pub columns: Vec<TableColumn>,
    /// Rows from the top, without the headings.
    pub rows: Vec<TableRow>,
    /// Figures as published, by row and column.
    pub published: BTreeMap<(LineId, LineId), Value>,
}

/// What stands over the figures of a report table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Title.
    pub title: String,
    /// Whose table it is.
    pub committee: String,
    /// Time it reports on.
    pub period: String,
    /// Row of the title, when it stands in the sheet.
    pub title_row: Option<LineId>,
    /// Row of the line under the title.
    pub subtitle_row: Option<LineId>,
    /// Rows of the column headings.
    pub header_rows: Vec<LineId>,
}

/// What the figures of a report table are and how they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Unit of the amounts.
    pub unit: Unit,
    /// Decimals they are shown with.
    pub decimals: u8,
    /// How they sign income and cost.
    pub sign: SignProfile,
    /// Whether a surplus is shown with a plus sign.
    pub plus_on_surplus: bool,
}

/// A column of a report table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The sheet's column.
    pub line: LineId,
    /// Short name, such as `prognos`.
    pub key: String,
    /// Heading.
    pub label: String,
    /// What it holds.
    pub role: ColumnRole,
    /// Decimals, where they differ from the table's.
    pub decimals: Option<u8>,
    /// Unit, where it differs from the table's.
    pub unit: Option<Unit>,
}

/// A row of a report table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The sheet's row.
    pub line: LineId,
    /// Short name, unique in the table.
    pub id: String,
    /// What it is.
    pub kind: RowKind,
    /// Depth in the outline; 0 for totals.
    pub level: u8,
    /// Unit of its figures, where each row has its own.
    pub unit: Option<Unit>,
    /// Decimals of its figures, where each row has its own.
    pub decimals: Option<u8>,
}

named! {
    /// What a table reports.
    TableKind:
        /// Operating statement.
        OperatingStatement = "driftredovisning",
        /// Investment statement.
        InvestmentStatement = "investeringsredovisning",
        /// Income statement.
        IncomeStatement = "resultatrakning",
        /// Net statement.
        NetStatement = "nettoredovisning",
        /// Amounts by account group.
        AccountGroups = "kontogrupp",
        /// Several years side by side.
        MultiYear = "flerarsoversikt",
        /// Key figures.
        KeyFigures = "nyckeltal",
        /// Indicators against targets.
        Indicators = "indikatorer",
        /// Fulfilment of goals.
        GoalFulfilment = "maluppfyllelse",
        /// Staff.
        Staff = "personal",
        /// Sick leave.
        SickLeave = "sjukfranvaro",
        /// Internal control.
        InternalControl = "internkontroll",
        /// Assignments.
        Assignments = "uppdrag",
        /// Counts.
        Counts = "antal",
        /// Figures of several tables that should agree.
        Reconciliation = "avstamning",
        /// A bridge from one amount to another.
        Bridge = "brygga",
        /// Anything else.
        Other = "annat",
}

named! {
    /// Unit of amounts.
    Unit:
        /// Kronor.
        Kronor = "kr",
        /// Thousands of kronor.
        Thousands = "tkr",
        /// Millions of kronor.
        Millions = "mnkr",
        /// Percent; 5 means 5 %.
        Percent = "procent",
        /// A count.
        Count = "antal",
        /// An index.
        Index = "index",
        /// Points of a scale.
        Points = "poäng",
        /// Employees counted as full-time ones.
        FullTime = "årsarbetare",
        /// Years.
        Years = "år",
        /// Kronor for each inhabitant.
        PerInhabitant = "kr/inv",
        /// Another one, or several.
        Other = "annan",
}

named! {
    /// How a table signs its amounts. A deviation with plus is a surplus in each of them.
    SignProfile:
        /// A: cost and income both positive, net cost positive.
        CostPositive = "A",
        /// B: as in the ledger, income negative and cost positive.
        Ledger = "B",
        /// C: income positive, cost and net cost negative.
        NetNegative = "C",
        /// D: result, the frame counted as income.
        Result = "D",
}

named! {
    /// What a column holds.
    ColumnRole:
        /// Budget.
        Budget = "budget",
        /// Outcome of a closed period.
        Outcome = "outcome",
        /// Outcome so far.
        OutcomeToDate = "outcome-to-date",
        /// Forecast for the full year.
        Forecast = "forecast",
        /// An earlier forecast.
        EarlierForecast = "earlier-forecast",
        /// Deviation; plus is a surplus.
        Deviation = "deviation",
        /// Change in percent.
        Change = "change",
        /// Share in percent.
        Share = "share",
        /// By how much two tables differ that should agree; zero when they do.
        Difference = "difference",
        /// The year before.
        PreviousYear = "previous-year",
        /// An amount with another meaning.
        Amount = "amount",
        /// Text.
        Text = "text",
        /// Status in words.
        Status = "status",
        /// Who is responsible.
        Owner = "owner",
}

named! {
    /// What a row is.
    RowKind:
        /// An amount of its own.
        Detail = "detail",
        /// The total.
        Sum = "sum",
        /// A part total.
        Subtotal = "subtotal",
        /// A part of the row above; never summed.
        OfWhich = "of_which",
        /// A figure that is no amount; never summed.
        Memo = "memo",
        /// A planning reserve.
        Reserve = "reserve",
        /// A heading among the rows.
        Heading = "heading",
}

impl ColumnRole {
    /// Whether the column holds words rather than figures.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Status | Self::Owner)
    }
}

impl Unit {
    /// Whether its figures are whole by nature, and so never rounded.
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::Count | Self::Points)
    }
}

impl TableRow {
    /// An amount of its own that goes by the unit and decimals of its table.
    pub fn detail(line: LineId, id: String, level: u8) -> Self {
        Self { line, id, kind: RowKind::Detail, level, unit: None, decimals: None }
    }
}

impl ReportTable {
    /// The cells from its headings to its last row, as the sheet stands now; `None` when nothing of it is left.
    pub fn range(&self, sheet: &Sheet) -> Option<Range> {
        let lines = self.heading.header_rows.iter().chain(self.rows.iter().map(|row| &row.line));
        let rows = extremes(lines.filter_map(|line| sheet.rows.position(*line)))?;
        let lines = [self.label_column].into_iter().chain(self.columns.iter().map(|column| column.line));
        let columns = extremes(lines.filter_map(|line| sheet.columns.position(line)))?;
        Some(Range::new(Address::new(rows.0, columns.0), Address::new(rows.1, columns.1)))
    }

    /// Unit of the figure where a row and a column meet.
    pub fn unit_of(&self, row: &TableRow, column: &TableColumn) -> Unit {
        column.unit.or(row.unit).unwrap_or(self.figures.unit)
    }

    /// Decimals of the figure where a row and a column meet.
    pub fn decimals_of(&self, row: &TableRow, column: &TableColumn) -> u8 {
        column.decimals.or(row.decimals).unwrap_or(self.figures.decimals)
    }

    /// The table's row that stands in a row of the sheet.
    pub fn row(&self, line: LineId) -> Option<&TableRow> {
        self.rows.iter().find(|row| row.line == line)
    }

    /// The table's column that stands in a column of the sheet.
    pub fn column(&self, line: LineId) -> Option<&TableColumn> {
        self.columns.iter().find(|column| column.line == line)
    }
}

fn extremes(positions: impl Iterator<Item = u32> + Clone) -> Option<(u32, u32)> {
    Some((positions.clone().min()?, positions.max()?))
}
