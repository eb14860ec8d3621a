//! The direction of dependencies: down only, and `vm`, `kernel` and `world` never see each other.

use super::manifest::{Dependency, Manifest};
use super::Finding;

/// For each crate of the workspace, the crates of the workspace that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("abi", &[]),
    ("text", &[]),
    ("bytecode", &[]),
    // A stand-in for a package of the same name that is left out of the page.
    ("unicode_names2", &[]),
    // Measures designs of the heap; nothing is built on it.
    ("heapstudy", &[]),
    ("syntax", &["text"]),
    ("compiler", &["syntax", "bytecode", "text"]),
    ("vm", &["abi", "bytecode", "text"]),
    ("kernel", &["abi"]),
    ("world", &["abi"]),
    ("stdlib", &["vm", "abi", "text", "bytecode"]),
    ("front", &["syntax", "compiler", "bytecode"]),
    ("machine", &["abi", "text", "bytecode", "vm", "kernel", "world", "stdlib"]),
    ("timeline", &["abi"]),
    ("scenario", &["abi", "bytecode"]),
    // The judge of all programs; the page's tests use it.
    ("proof", &["abi", "front", "machine"]),
    // The page has no parser: texts are compiled by a module that it fetches when it needs it.
    ("web", &["abi", "bytecode", "machine", "timeline", "scenario"]),
    ("web-compiler", &["bytecode", "front"]),
    ("cli", TOP),
    ("xtask", TOP),
];

/// What the programs on top may use: everything below them.
const TOP: &[&str] = &[
    "abi", "text", "bytecode", "syntax", "compiler", "vm", "kernel", "world", "stdlib", "front", "machine", "timeline",
    "scenario",
];

/// Packages that know a browser: only the page and what it fetches may use them.
const BROWSER: [&str; 5] = ["yew", "web-sys", "js-sys", "wasm-bindgen", "gloo"];

/// The dependencies of a manifest that point up or sideways.
pub fn of_manifest(path: &str, manifest: &Manifest) -> Vec<Finding> {
    let name = manifest.name.as_str();
    if name.is_empty() {
        return Vec::new();
    }
    let finding = |line: usize, message: String| Finding { file: path.to_owned(), line, message };
    let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == name) else {
        return vec![finding(1, format!("{name} has no layer: give it a row in the table of tidy/layers.rs"))];
    };
    let wrong = manifest.dependencies.iter().filter(|used| breaks_a_rule(name, allowed, used));
    wrong.map(|used| finding(used.line, format!("{name} may not use {}: dependencies point down", used.name))).collect()
}

fn breaks_a_rule(name: &str, allowed: &[&str], used: &Dependency) -> bool {
    let other = used.name.as_str();
    if !name.starts_with("web") && BROWSER.iter().any(|package| other == *package || other.starts_with("gloo-")) {
        return true;
    }
    // Tests and build scripts may look up and sideways: the kernel's tests drive a real world's pipe, the machine's
    // bundled Python is compiled when it is built. The crates' own code may not.
    MAY_USE.iter().any(|(known, _)| *known == other) && !allowed.contains(&other) && used.linked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, dependencies: &str, wrong: usize) {
        let text = format!("[package]\nname = \"{name}\"\n{dependencies}");
        let found = of_manifest("Cargo.toml", &Manifest::parse(&text));
        assert_eq!(found.len(), wrong, "{name}: {found:?}");
    }

    #[test]
    fn down_is_allowed_and_up_is_not() {
        check("vm", "[dependencies]\nabi.workspace = true\nserde = \"1\"", 0);
        check("vm", "[dependencies]\ncompiler.workspace = true", 1);
        check("vm", "[dev-dependencies]\ncompiler.workspace = true", 0);
        check("timeline", "[dependencies]\nmachine = { path = \"../machine\" }", 1);
        check("vm", "[build-dependencies]\ncompiler.workspace = true", 0);
        check("newcomer", "", 1);
    }

    #[test]
    fn vm_kernel_and_world_never_see_each_other() {
        check("kernel", "[dependencies]\nvm.workspace = true\nw = { package = \"world\", path = \"../world\" }", 2);
        check("world", "[dependencies]\nkernel.workspace = true\n[dependencies.vm]\npath = \"../vm\"", 2);
        check("kernel", "[dev-dependencies]\nworld.workspace = true", 0);
    }

    #[test]
    fn only_the_page_knows_a_browser() {
        check("timeline", "[dependencies]\nweb-sys = \"0.3\"\ngloo-timers = \"0.3\"", 2);
        check("web", "[dependencies]\nyew = \"0.23\"", 0);
    }

    #[test]
    fn the_table_itself_points_down() {
        for (index, (name, uses)) in MAY_USE.iter().enumerate() {
            for used in *uses {
                let below = MAY_USE[..index].iter().any(|(earlier, _)| earlier == used);
                assert!(below, "{name} uses {used}, which is not above it in the table");
            }
        }
    }
}
