//! What a Cargo.toml depends on: as much of TOML as the manifests of this project use.

/// A package and its dependencies.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The package's name; empty for a workspace without one.
    pub name: String,
    /// Its dependencies of every kind.
    pub dependencies: Vec<Dependency>,
}

/// One dependency.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The package's real name, whatever it is called here.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// Whether it becomes part of the crate: what only tests or the build script use does not.
    pub linked: bool,
}

impl Manifest {
    /// Reads a manifest.
    pub fn parse(text: &str) -> Manifest {
        let mut manifest = Manifest::default();
        let mut section = String::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = header.to_owned();
                if let Some(name) = named_by_section(header) {
                    manifest.add(header, name, index + 1);
                }
                continue;
            }
            let Some((key, value)) = line.split_once('=') else { continue };
            if section == "package" && key.trim() == "name" {
                manifest.name = unquoted(value);
            } else if is_dependencies(&section) {
                let key = key.split('.').next().unwrap_or_default().trim();
                let name = renamed(value).unwrap_or_else(|| unquoted(key));
                manifest.add(&section, name, index + 1);
            } else if let (Some(_), "package") = (named_by_section(&section), key.trim()) {
                manifest.add(&section, unquoted(value), index + 1);
            }
        }
        manifest
    }

    fn add(&mut self, section: &str, name: String, line: usize) {
        let linked = !section.contains("dev-dependencies") && !section.contains("build-dependencies");
        self.dependencies.push(Dependency { name, line, linked });
    }
}

/// `dependencies`, `dev-dependencies`, `target.'cfg(…)'.build-dependencies`; not the workspace's list.
fn is_dependencies(section: &str) -> bool {
    section.ends_with("dependencies") && !section.starts_with("workspace")
}

/// The name in a section like `dependencies.serde`.
fn named_by_section(section: &str) -> Option<String> {
    let (table, name) = section.rsplit_once('.')?;
    is_dependencies(table).then(|| unquoted(name))
}

/// The name in `{ package = "name", … }`.
fn renamed(value: &str) -> Option<String> {
    let (_, rest) = value.split_once("package")?;
    rest.split('"').nth(1).map(str::to_owned)
}

fn unquoted(word: &str) -> String {
    word.trim().trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_dependency_is_read() {
        let text = "[package]\nname = \"kernel\"\n[lints]\nworkspace = true\n[dependencies]\nabi.workspace = true # a\n\
                    b = { package = \"vm\", path = \"../vm\" }\n[dev-dependencies]\nserde = \"1\"\n\
                    [target.'cfg(unix)'.dependencies.world]\npath = \"../world\"\n[workspace.dependencies]\nno = \"1\"\n";
        let manifest = Manifest::parse(text);
        let found: Vec<_> = manifest.dependencies.iter().map(|d| (d.name.as_str(), d.line, d.linked)).collect();
        assert_eq!(manifest.name, "kernel");
        assert_eq!(found, [("abi", 6, true), ("vm", 7, true), ("serde", 9, false), ("world", 10, true)]);
    }
}
