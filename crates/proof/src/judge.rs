//! One program's run beside its recording.

use crate::{difference, normalised, Observed, Recorded, Refusals};
use machine::Record;
use serde::{Deserialize, Serialize};

/// What comes of a comparison.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Verdict {
    /// The run is CPython's.
    Same,
    /// It stops with a feature's name, and the list of known refusals says so.
    Refused {
        /// The feature.
        feature: String,
    },
    /// Anything else.
    Wrong {
        /// A few words that are the same for the same kind of fault, to count by.
        cause: String,
        /// The whole story, in lines.
        details: String,
    },
}

/// Compares a finished run with its recording.
pub fn judge(recorded: &Recorded, record: &Record, refusals: &Refusals) -> Verdict {
    let expected = normalised(recorded.expected.clone());
    let got = normalised(Observed::from_machine(record));
    let known = refusals.feature(&recorded.path);
    let wrong = |cause: String, details: String| Verdict::Wrong { cause, details };
    if let Some(limit) = &record.limit {
        return wrong(format!("limit: {limit}"), format!("stopped by the limit on {limit}\n"));
    }
    if let Some(refusal) = &record.refused {
        let said =
            format!("line {}, column {}: {}: {}\n", refusal.line, refusal.column, refusal.feature, refusal.message);
        if known != Some(refusal.feature.as_str()) {
            return wrong(format!("refused: {}", refusal.feature), said);
        }
        if !expected.lines.starts_with(&got.lines) {
            let parted = difference(&expected, &got).map_or(String::new(), |found| found.details);
            return wrong("prints otherwise before it is refused".to_string(), said + &parted);
        }
        return Verdict::Refused { feature: refusal.feature.clone() };
    }
    if let Some(feature) = known {
        let details = format!("corpus/refused.txt says that it is refused for {feature}: take its line out\n");
        return wrong("runs, but is listed as refused".to_string(), details);
    }
    match difference(&expected, &got) {
        None => Verdict::Same,
        Some(found) => wrong(found.cause, found.details),
    }
}
