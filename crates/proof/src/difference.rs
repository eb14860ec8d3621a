//! How two observed runs differ, for a reader.

use crate::{Observed, Printed};
use std::fmt::Write;

/// Lines shown of each part, from the first that differs.
const SHOWN: usize = 24;
/// Lines compared of each part, from the first that differs: an endless program prints very many.
const COMPARED: usize = 500;

/// A difference between what CPython did and what we do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// A few words that are the same for the same kind of difference, to count by.
    pub cause: String,
    /// The whole story, in lines.
    pub details: String,
}

/// The difference between two runs that were [`crate::normalised`], if there is one.
pub fn difference(expected: &Observed, got: &Observed) -> Option<Difference> {
    if expected == got {
        return None;
    }
    let mut details = String::new();
    if expected.exception != got.exception {
        let _ = writeln!(details, "exception: expected {}", exception(&expected.exception));
        let _ = writeln!(details, "                got {}", exception(&got.exception));
    }
    let shown = |lines: &[Printed]| lines.iter().map(show).collect::<Vec<_>>();
    part(&mut details, "stdout", &shown(&expected.lines), &shown(&got.lines));
    part(&mut details, "stderr", &expected.stderr, &got.stderr);
    if expected.exit != got.exit || expected.hang != got.hang {
        let _ = writeln!(details, "exit: expected {}, got {}", exit(expected), exit(got));
    }
    if expected.end_ms != got.end_ms {
        let _ = writeln!(details, "end: expected {}, got {}", seconds(expected.end_ms), seconds(got.end_ms));
    }
    Some(Difference { cause: cause(expected, got), details })
}

fn exception(raised: &Option<(String, String)>) -> String {
    raised.as_ref().map_or("none".to_string(), |(kind, message)| format!("{kind}: {message}"))
}

fn exit(run: &Observed) -> String {
    run.exit.map_or("a hang".to_string(), |status| status.to_string())
}

fn seconds(ms: u64) -> String {
    format!("{}.{:03}", ms / 1000, ms % 1000)
}

fn show(line: &Printed) -> String {
    format!("{} {}{}", seconds(line.ms), line.text, if line.ended { "" } else { " (no line end)" })
}

/// Adds where two lists of lines part, if they do: lines that only one side has are signed, as in a diff.
fn part(details: &mut String, name: &str, expected: &[String], got: &[String]) {
    let Some(at) = parting(expected, got) else { return };
    let _ = writeln!(details, "{name}, line {}:", at + 1);
    if let Some(before) = at.checked_sub(1) {
        let _ = writeln!(details, "    {}", got[before]);
    }
    let rest = |lines: &[String]| lines.iter().skip(at).take(COMPARED).cloned().collect::<Vec<_>>();
    let (expected, got) = (rest(expected), rest(got));
    let lines = near_changes(&merged(&expected, &got));
    for (sign, line) in lines.iter().take(SHOWN) {
        let _ = writeln!(details, "  {sign} {line}");
    }
    if lines.len() > SHOWN {
        let _ = writeln!(details, "  … {} more lines", lines.len() - SHOWN);
    }
}

/// Signed lines, and one unsigned before and after each; dots stand for the others.
fn near_changes<'a>(lines: &[(char, &'a str)]) -> Vec<(char, &'a str)> {
    let is_change = |at: usize| lines.get(at).is_some_and(|(sign, _)| *sign != ' ');
    let mut near = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if is_change(at) || is_change(at + 1) || (at > 0 && is_change(at - 1)) {
            near.push(*line);
        } else if near.last().is_some_and(|(_, last)| *last != "…") {
            near.push((' ', "…"));
        }
    }
    near
}

/// Both lists as one, by way of their longest common subsequence: `-` before what is expected only, `+` before what came only.
fn merged<'a>(expected: &'a [String], got: &'a [String]) -> Vec<(char, &'a str)> {
    let mut common = vec![vec![0_u32; got.len() + 1]; expected.len() + 1];
    for i in (0..expected.len()).rev() {
        for j in (0..got.len()).rev() {
            common[i][j] = match expected[i] == got[j] {
                true => common[i + 1][j + 1] + 1,
                false => common[i + 1][j].max(common[i][j + 1]),
            };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < expected.len() || j < got.len() {
        if i < expected.len() && j < got.len() && expected[i] == got[j] {
            lines.push((' ', expected[i].as_str()));
            (i, j) = (i + 1, j + 1);
        } else if j == got.len() || (i < expected.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(('-', expected[i].as_str()));
            i += 1;
        } else {
            lines.push(('+', got[j].as_str()));
            j += 1;
        }
    }
    lines
}

/// The first place at which two lists are not alike.
fn parting(expected: &[String], got: &[String]) -> Option<usize> {
    (0..expected.len().max(got.len())).find(|&i| expected.get(i) != got.get(i))
}

fn cause(expected: &Observed, got: &Observed) -> String {
    if expected.hang != got.hang {
        return "hang".to_string();
    }
    if let (Some(raised), true) = (&got.exception, expected.exception != got.exception) {
        return format!("raises {}", exception(&Some(raised.clone())));
    }
    if expected.exception != got.exception {
        return format!("does not raise {}", exception(&expected.exception));
    }
    let texts = |run: &Observed| run.lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    if texts(expected) != texts(got) {
        return "stdout".to_string();
    }
    if expected.lines != got.lines {
        return "times".to_string();
    }
    if let Some(at) = parting(&expected.stderr, &got.stderr) {
        let (want, have) = (expected.stderr.get(at), got.stderr.get(at));
        let is_carets = |line: Option<&String>| line.is_some_and(|line| line.trim_matches([' ', '^', '~']).is_empty());
        let what = if is_carets(want) || is_carets(have) { "carets" } else { "stderr" };
        return what.to_string();
    }
    if expected.end_ms != got.end_ms { "end" } else { "exit" }.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_stand_for_what_is_far_from_a_change() {
        let lines = [
            (' ', "a"),
            ('-', "b"),
            (' ', "c"),
            (' ', "d"),
            (' ', "e"),
            (' ', "f"),
            ('+', "g"),
            (' ', "h"),
            (' ', "i"),
        ];
        let shown: String = near_changes(&lines).iter().map(|(sign, line)| format!("{sign}{line}")).collect();
        assert_eq!(shown, " a-b c … f+g h …");
    }

    fn observed() -> Observed {
        let line = |ms, text: &str| Printed { ms, text: text.to_string(), ended: true };
        Observed {
            lines: vec![line(0, "a"), line(500, "b")],
            stderr: vec!["    ^^^".to_string()],
            exception: None,
            exit: Some(0),
            end_ms: 500,
            hang: false,
        }
    }

    fn check(change: impl FnOnce(&mut Observed), cause: &str, detail: &str) {
        let mut got = observed();
        change(&mut got);
        let found = difference(&observed(), &got).expect("a difference");
        assert_eq!(found.cause, cause);
        assert!(found.details.contains(detail), "{}", found.details);
    }

    #[test]
    fn every_part_of_a_run_counts() {
        assert_eq!(difference(&observed(), &observed()), None);
        check(|got| got.lines[1].text = "c".to_string(), "stdout", "  - 0.500 b\n  + 0.500 c\n");
        check(|got| got.lines[1].ms = 501, "times", "  - 0.500 b\n  + 0.501 b\n");
        check(|got| got.lines[1].ended = false, "times", "0.500 b (no line end)");
        check(|got| got.lines.truncate(1), "stdout", "stdout, line 2:\n    0.000 a\n  - 0.500 b\n");
        check(|got| drop(got.lines.remove(0)), "stdout", "stdout, line 1:\n  - 0.000 a\n    0.500 b\n");
        check(|got| got.stderr[0].push('^'), "carets", "  +     ^^^^\n");
        check(|got| got.stderr.push("x".to_string()), "stderr", "stderr, line 2:");
        check(|got| got.lines.insert(1, got.lines[0].clone()), "stdout", "  + 0.000 a\n    0.500 b\n");
        check(|got| got.exit = Some(1), "exit", "expected 0, got 1");
        check(|got| got.end_ms = 0, "end", "expected 0.500, got 0.000");
        check(|got| got.exception = Some(("E".to_string(), "m".to_string())), "raises E: m", "got E: m");
        check(|got| (got.hang, got.exit) = (true, None), "hang", "expected 0, got a hang");
    }
}
