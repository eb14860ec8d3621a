//! Habits: nothing left over, nothing switched off without a reason, nothing that only works on one machine.

use super::regions::test_lines;
use super::rust::Source;
use super::tree::File;
use super::Finding;

/// Crates that talk to a person and may print; the others return what they have to say.
const MAY_PRINT: [&str; 3] = ["crates/cli/", "crates/xtask/", "crates/heapstudy/"];

/// Marks of unfinished work. Written in two parts, so that this file doesn't break its own rule.
const UNFINISHED: [&str; 4] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX"), concat!("HA", "CK")];

/// Folders of one machine.
const MACHINE: [&str; 4] = [concat!("/", "work/"), concat!("/", "tmp/"), concat!("/", "root/"), concat!("/", "home/")];

/// What switches a JavaScript test off, or all others.
const SWITCHES: [&str; 5] = [".only(", ".skip(", ".todo(", "skip: ", "only: "];

/// What any text file may not hold: unfinished work, one machine's folders, and in JavaScript tests a switch.
pub fn of_text(file: &File) -> Vec<Finding> {
    // A recorded Python program may say and open what it likes.
    if file.path.starts_with("corpus/") {
        return Vec::new();
    }
    let tested = match file.has_extension(&["rs"]) {
        true if file.is_test() => vec![true; file.text.lines().count()],
        true => test_lines(&Source::new(&file.text)),
        false => Vec::new(),
    };
    let mut findings = Vec::new();
    for (index, line) in file.text.lines().enumerate() {
        let mut found = |message: String| findings.push(Finding { file: file.path.clone(), line: index + 1, message });
        if let Some(mark) = UNFINISHED.iter().find(|mark| has_word(line, mark)) {
            found(format!("{mark}: finish it, or write down elsewhere what is missing"));
        }
        if !tested.get(index).is_some_and(|tested| *tested) {
            if let Some(folder) = MACHINE.iter().find(|folder| has_path(line, folder)) {
                found(format!("{folder} is a folder of one machine"));
            }
        }
        if file.path.ends_with(".test.mjs") && SWITCHES.iter().any(|switch| line.contains(switch)) {
            found("a test is switched off, or switches others off".to_owned());
        }
    }
    findings
}

/// What Rust code may not hold: ignored tests, debug output, lints switched off without a reason.
pub fn of_rust(file: &File, source: &Source) -> Vec<Finding> {
    let tested = test_lines(source);
    let in_test = |line: usize| file.is_test() || tested.get(line - 1) == Some(&true);
    let may_print = MAY_PRINT.iter().any(|folder| file.path.starts_with(folder)) || file.path.ends_with("build.rs");
    let mut findings = Vec::new();
    let mut found = |line, message: &str| {
        findings.push(Finding { file: file.path.clone(), line, message: message.to_owned() });
    };
    for at in source.words("ignore").filter(|&at| source.code[..at].ends_with("#[")) {
        found(source.line_at(at), "an ignored test proves nothing: mend it or take it out");
    }
    for at in macros(source, &["dbg"]) {
        found(source.line_at(at), "debug output was left behind");
    }
    for at in macros(source, &["print", "println", "eprint", "eprintln"]) {
        let line = source.line_at(at);
        if !may_print && !in_test(line) {
            found(line, "a library doesn't print: return what there is to say");
        }
    }
    for at in switched_off(source) {
        let line = source.line_at(at);
        let open = at + source.code[at..].find('(').unwrap_or_default();
        let names_reason = source.code[open..source.closing(open)].contains("reason");
        if !names_reason && !source.explained(line) {
            found(line, "a lint is switched off without a reason: add reason = \"…\" or a comment");
        }
    }
    findings
}

/// Where one of these macros is called.
fn macros<'a>(source: &'a Source, names: &'a [&'a str]) -> impl Iterator<Item = usize> + 'a {
    let called = move |name: &'a str, at: usize| source.code[at + name.len()..].starts_with('!');
    names.iter().flat_map(move |name| source.words(name).filter(move |&at| called(name, at)))
}

/// Where an attribute allows or expects a lint to be broken.
fn switched_off(source: &Source) -> impl Iterator<Item = usize> + '_ {
    ["allow", "expect"].into_iter().flat_map(|word| source.words(word)).filter(|&at| {
        let before = source.code[..at].trim_end();
        let line_start = source.code[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let in_attribute = source.code[line_start..at].trim_start().starts_with('#');
        in_attribute && (before.ends_with('[') || before.ends_with(','))
    })
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let around = [line[..at].chars().next_back(), line[at + word.len()..].chars().next()];
        around.into_iter().flatten().all(|c| !c.is_alphanumeric() && c != '_')
    })
}

/// Whether an absolute path begins with `folder`: the same letters inside a longer path or an address don't count.
fn has_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "._-/}~*$".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, text: &str, expected: &[usize]) {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        let mut found = of_text(&file);
        if file.has_extension(&["rs"]) {
            found.extend(of_rust(&file, &Source::new(text)));
        }
        let lines: Vec<usize> = found.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expected, "{path}: {text}\n{found:?}");
    }

    #[test]
    fn ignored_and_switched_off_tests_are_found() {
        check("crates/vm/src/a.rs", concat!("#[test]\n#[ig", "nore]\nfn a() {}\n#[ig", "nore = \"slow\"]"), &[2, 4]);
        check("crates/vm/src/a.rs", "// #[ignore]\nlet ignore = 1;", &[]);
        check("web/tests/a.test.mjs", "test.only('a')\nlist.map(x)", &[1]);
        check("web/tools/a.mjs", "test.only('a')", &[]);
    }

    #[test]
    fn only_programs_and_tests_print() {
        let text = "fn a() {\n  println!(\"x\");\n}\n#[cfg(test)]\nmod tests {\n  fn b() { eprintln!(\"x\"); }\n}";
        check("crates/vm/src/a.rs", text, &[2]);
        check("crates/vm/tests/a.rs", text, &[]);
        check("crates/cli/src/main.rs", text, &[]);
        check("crates/vm/src/a.rs", "let s = \"println!\"; print(s); writeln!(s);", &[]);
        check("crates/cli/src/main.rs", concat!("db", "g!(1);"), &[1]);
    }

    #[test]
    fn a_lint_is_switched_off_with_a_reason_only() {
        check("crates/vm/src/a.rs", "#[allow(dead_code)]\nfn a() {}", &[1]);
        check("crates/vm/src/a.rs", "/// About a.\n#![expect(dead_code)]", &[2]);
        check("crates/vm/src/a.rs", "#[allow(\n  dead_code,\n  reason = \"why\"\n)]\nfn a() {}", &[]);
        check("crates/vm/src/a.rs", "// Because.\n#[allow(dead_code)]\n#[allow(unused)] // Why.", &[]);
        check("crates/vm/src/a.rs", "#[cfg_attr(test, allow(unused))]\nself.allow(x); value.expect(y);", &[1]);
    }

    #[test]
    fn unfinished_work_and_one_machines_folders_are_found() {
        check("README.md", concat!("TO", "DO: write\nTODOS are fine"), &[1]);
        check("README.md", concat!("see /", "tmp/x\nsee https://example.org/", "tmp/x and web/", "work/x"), &[1]);
        let text = concat!("const A: &str = \"/", "tmp/x\";\n#[cfg(test)]\nconst B: &str = \"/", "tmp/x\";");
        check("crates/vm/src/a.rs", text, &[1]);
        check("corpus/a.py", concat!("open('/", "tmp/x') # TO", "DO"), &[]);
    }
}
