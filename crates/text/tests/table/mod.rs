//! Reading the recorded tables, and answering in the form they record.

use num_bigint::BigInt;
use text::{Error, Int};

/// The rows of a table.
pub struct Table {
    name: &'static str,
    rows: Vec<Vec<String>>,
}

/// Opens `tests/data/NAME.tsv` at compile time.
#[macro_export]
macro_rules! table {
    ($name:literal) => {
        $crate::table::Table::read($name, include_str!(concat!("data/", $name, ".tsv")))
    };
}

impl Table {
    /// Takes a table apart; one that lost its rows is an error, for it would prove nothing.
    pub fn read(name: &'static str, text: &str) -> Self {
        let rows: Vec<Vec<String>> = text.lines().map(|line| line.split('\t').map(unescape).collect()).collect();
        assert!(rows.len() > 50, "the table {name} has only {} rows", rows.len());
        Self { name, rows }
    }

    /// Compares the answer to each row with the field at `column`, and shows the rows that differ.
    pub fn check(&self, column: usize, answer: impl Fn(&[String]) -> String) {
        self.check_rows(|row| (row[column].clone(), answer(row)));
    }

    /// Compares what `pair` makes of each row: the recorded answer and ours.
    pub fn check_rows(&self, pair: impl Fn(&[String]) -> (String, String)) {
        let wrong: Vec<String> = self
            .rows
            .iter()
            .filter_map(|row| {
                let (recorded, ours) = pair(row);
                (recorded != ours).then(|| format!("{row:?}\n  recorded {recorded:?}\n  ours     {ours:?}"))
            })
            .collect();
        let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
        assert!(wrong.is_empty(), "{}: {} of {} rows differ:\n{shown}", self.name, wrong.len(), self.rows.len());
    }

    /// The rows themselves.
    #[allow(dead_code)] // Not every test file that reads tables needs them.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }
}

/// The inverse of the recorder's escaping.
fn unescape(field: &str) -> String {
    let mut out = String::new();
    let mut rest = field;
    while let Some(at) = rest.find("\\u{") {
        out.push_str(&rest[..at]);
        let end = at + rest[at..].find('}').expect("a closed escape");
        let code = u32::from_str_radix(&rest[at + 3..end], 16).expect("a hexadecimal escape");
        out.push(char::from_u32(code).expect("a character"));
        rest = &rest[end + 1..];
    }
    out + rest
}

/// `=value` or `!Exception: message`.
#[allow(dead_code)] // As above.
pub fn answer<T: ToString>(result: Result<T, Error>) -> String {
    match result {
        Ok(value) => format!("={}", value.to_string()),
        Err(error) => format!("!{}: {error}", error.kind.exception().unwrap_or("unsupported")),
    }
}

/// A float from its recorded bits.
#[allow(dead_code)] // As above.
pub fn float(field: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(field, 16).expect("sixteen hexadecimal digits"))
}

/// A float's bits as recorded; CPython's NaNs differ in sign and payload, which nothing shows.
#[allow(dead_code)] // As above.
pub fn bits(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    format!("{:016x}", value.to_bits())
}

/// An answer that holds a float's bits, any NaN as `nan`.
#[allow(dead_code)] // As above.
pub fn plain_nan(recorded: &str) -> String {
    match recorded.strip_prefix('=').and_then(|word| u64::from_str_radix(word, 16).ok()) {
        Some(word) if f64::from_bits(word).is_nan() => "=nan".into(),
        _ => recorded.into(),
    }
}

/// An integer from its decimal digits.
#[allow(dead_code)] // As above.
pub fn int(field: &str) -> Int {
    Int::from(field.parse::<BigInt>().expect("decimal digits"))
}
