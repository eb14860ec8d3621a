//! What can be observed of a run: of CPython's by its recording, of ours by the machine's record.

use serde_json::Value;

/// A printed line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    /// When its end was written, in virtual milliseconds.
    pub ms: u64,
    /// The text, without the line end.
    pub text: String,
    /// False for a last line without an end.
    pub ended: bool,
}

/// What a run printed, when, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Observed {
    /// Standard output.
    pub lines: Vec<Printed>,
    /// Standard error, line by line.
    pub stderr: Vec<String>,
    /// Class and text of the exception that nobody caught.
    pub exception: Option<(String, String)>,
    /// The exit status; none when everything is blocked for ever.
    pub exit: Option<i64>,
    /// When it ended, in virtual milliseconds; 0 when everything is blocked for ever: that has no end.
    pub end_ms: u64,
    /// Everything is blocked for ever.
    pub hang: bool,
}

impl Observed {
    /// Reads a recording, as `corpus/record.py` writes it.
    ///
    /// # Errors
    /// It is no JSON, or lacks a field.
    pub fn from_json(text: &str) -> Result<Observed, String> {
        let json: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let hang = json["hang"].as_bool().ok_or("hang is missing")?;
        let exception = match &json["exception"] {
            Value::Null => None,
            raised => Some((string(&raised["type"])?, string(&raised["message"])?)),
        };
        Ok(Observed {
            lines: list(&json["lines"])?.iter().map(printed).collect::<Result<_, _>>()?,
            stderr: list(&json["stderr"])?.iter().map(string).collect::<Result<_, _>>()?,
            exception,
            exit: if hang { None } else { Some(json["exit"].as_i64().ok_or("exit is missing")?) },
            end_ms: if hang { 0 } else { millis(&json["final"])? },
            hang,
        })
    }

    /// What the machine's record says.
    pub fn from_machine(record: &machine::Record) -> Observed {
        let ms = |at: abi::Instant| (at.nanos() + 500_000) / 1_000_000;
        let printed =
            |line: &machine::Line| Printed { ms: ms(line.at), text: line.text.clone(), ended: !line.unterminated };
        Observed {
            lines: record.lines.iter().map(printed).collect(),
            stderr: record.stderr.iter().map(|line| line.text.clone()).collect(),
            exception: record.exception.as_ref().map(|raised| (raised.kind.clone(), raised.message.clone())),
            exit: (!record.hang).then_some(i64::from(record.exit)),
            end_ms: if record.hang { 0 } else { ms(record.end) },
            hang: record.hang,
        }
    }
}

fn printed(line: &Value) -> Result<Printed, String> {
    Ok(Printed { ms: millis(&line["t"])?, text: string(&line["s"])?, ended: line.get("nl").is_none() })
}

fn list(value: &Value) -> Result<&Vec<Value>, String> {
    value.as_array().ok_or_else(|| format!("a list is expected, not {value}"))
}

fn string(value: &Value) -> Result<String, String> {
    value.as_str().map(str::to_string).ok_or_else(|| format!("a string is expected, not {value}"))
}

fn millis(value: &Value) -> Result<u64, String> {
    let seconds = value.as_f64().ok_or_else(|| format!("a time is expected, not {value}"))?;
    Ok((seconds * 1000.0).round() as u64)
}
