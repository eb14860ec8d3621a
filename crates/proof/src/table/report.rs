//! The table: counts a folder, causes by their number, details.

use proof::Verdict;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Causes that are listed.
const CAUSES: usize = 40;

#[derive(Default)]
struct Row {
    same: usize,
    refused: usize,
    wrong: usize,
}

/// Everything that there is to say about these verdicts.
pub fn report(verdicts: &[(String, Verdict)], verbose: bool) -> String {
    let mut text = String::new();
    for (path, verdict) in verdicts {
        if let Verdict::Wrong { cause, details } = verdict {
            let _ = writeln!(text, "{path}: {cause}");
            if verbose {
                details.lines().for_each(|line| text.extend(["    ", line, "\n"]));
            }
        }
    }
    text + &causes(verdicts) + &table(verdicts)
}

/// The causes of wrong verdicts, the most frequent first.
fn causes(verdicts: &[(String, Verdict)]) -> String {
    let mut counts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, verdict) in verdicts {
        if let Verdict::Wrong { cause, .. } = verdict {
            counts.entry(cause).or_default().push(path);
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, paths)| std::cmp::Reverse(paths.len()));
    let lines =
        counts.iter().take(CAUSES).map(|(cause, paths)| format!("{:>5}  {cause}  ({} …)\n", paths.len(), paths[0]));
    format!("\n{}", lines.collect::<String>())
}

fn table(verdicts: &[(String, Verdict)]) -> String {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for (path, verdict) in verdicts {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for name in [folder, "total"] {
            let row = rows.entry(name).or_default();
            match verdict {
                Verdict::Same => row.same += 1,
                Verdict::Refused { .. } => row.refused += 1,
                Verdict::Wrong { .. } => row.wrong += 1,
            }
        }
    }
    let mut text = format!("\n{:<32}{:>6}{:>9}{:>7}\n", "", "same", "refused", "wrong");
    for (name, row) in rows {
        let _ = writeln!(text, "{name:<32}{:>6}{:>9}{:>7}", row.same, row.refused, row.wrong);
    }
    text
}
