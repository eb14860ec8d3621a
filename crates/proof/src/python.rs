//! The Python that made a recording. The build script includes this file too.

use machine::PythonVersion;
use serde_json::Value;

/// The Python whose output a recording holds: its `"python"`, of which the first two numbers count.
///
/// # Errors
/// The recording is no JSON, names no Python, or one that the engine is not.
pub(crate) fn python_of(recording: &str) -> Result<PythonVersion, String> {
    let json: Value = serde_json::from_str(recording).map_err(|error| error.to_string())?;
    let version = json["python"].as_str().ok_or("python is missing")?;
    match version.split('.').take(2).collect::<Vec<_>>()[..] {
        ["3", "10"] => Ok(PythonVersion::V310),
        ["3", "11"] => Ok(PythonVersion::V311),
        _ => Err(format!("no engine for Python {version}")),
    }
}
