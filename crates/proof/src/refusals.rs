//! Which programs may be refused, and for which feature: `corpus/refused.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The list of known refusals. A line holds a program's path, spaces, and the feature that it is refused for; a line that
/// begins with `#` is a remark.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Refusals(BTreeMap<String, String>);

impl Refusals {
    /// Reads `corpus/refused.txt`.
    ///
    /// # Errors
    /// It can't be read, or has a line without a feature.
    pub fn read(root: &Path) -> Result<Refusals, String> {
        let file = root.join("corpus/refused.txt");
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Refusals::parse(&text)
    }

    /// Reads the list from its text.
    ///
    /// # Errors
    /// A line has no feature.
    pub fn parse(text: &str) -> Result<Refusals, String> {
        let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        let pairs = lines.map(|line| {
            let (path, feature) = line
                .split_once(char::is_whitespace)
                .ok_or_else(|| format!("corpus/refused.txt: {line}: name the feature after the path"))?;
            Ok((path.to_string(), feature.trim().to_string()))
        });
        pairs.collect::<Result<_, String>>().map(Refusals)
    }

    /// The feature that a program may be refused for.
    pub fn feature(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// The programs on the list.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_path_and_a_feature() {
        let list = Refusals::parse("# why\n\ncorpus/a.py   async generators\n").expect("a list");
        assert_eq!(list.feature("corpus/a.py"), Some("async generators"));
        assert_eq!(list.feature("corpus/b.py"), None);
        assert!(Refusals::parse("corpus/a.py").is_err());
    }
}
