//! How many tests passed and failed, read from what the runners print.

use std::ops::AddAssign;

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, were cut off, or could not be run at all.
    pub failed: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Counts {
    /// A check that is no test runner (format, lints, tidy, the page's build) counts as one test.
    pub fn of_check(success: bool) -> Counts {
        Counts { passed: usize::from(success), failed: usize::from(!success) }
    }

    /// The sum of all result lines of cargo-nextest, libtest, wasm-bindgen's and Node's runner in `text`.
    ///
    /// A runner that failed without naming a failed test (it did not compile, say) counts as one failure.
    pub fn of_runner(text: &str, success: bool) -> Counts {
        let mut counts = Counts::default();
        for line in text.lines() {
            counts += of_line(line.trim());
        }
        if !success && counts.failed == 0 {
            counts.failed = 1;
        }
        counts
    }
}

fn of_line(line: &str) -> Counts {
    if let Some(result) = line.strip_prefix("test result:") {
        return of_phrases(result.split(['.', ';']));
    }
    if line.starts_with("Summary [") {
        if let Some((_, result)) = line.split_once("run:") {
            return of_phrases(result.split(','));
        }
    }
    // Node prints `ℹ pass 3` for people and `# pass 3` as TAP.
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        ["ℹ" | "#", "pass", count] => Counts { passed: count.parse().unwrap_or(0), failed: 0 },
        ["ℹ" | "#", "fail" | "cancelled", count] => Counts { passed: 0, failed: count.parse().unwrap_or(0) },
        _ => Counts::default(),
    }
}

/// Phrases like `11 passed (1 slow)`, `1 failed` and `1 timed out`; others say nothing.
fn of_phrases<'a>(phrases: impl Iterator<Item = &'a str>) -> Counts {
    let mut counts = Counts::default();
    for phrase in phrases {
        let mut words = phrase.split_whitespace();
        let count = words.next().and_then(|word| word.parse::<usize>().ok()).unwrap_or(0);
        match words.next() {
            Some("passed") => counts.passed += count,
            Some("failed" | "timed" | "exec") => counts.failed += count,
            _ => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, success: bool, passed: usize, failed: usize) {
        assert_eq!(Counts::of_runner(text, success), Counts { passed, failed }, "{text}");
    }

    #[test]
    fn libtest_prints_one_result_a_binary() {
        let text = "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s\n\
                    test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        check(text, false, 7, 2);
    }

    #[test]
    fn nextest_prints_one_summary() {
        check(
            "     Summary [   0.010s] 14 tests run: 11 passed (1 slow), 2 failed, 1 timed out, 3 skipped",
            false,
            11,
            3,
        );
        check("     Summary [   0.010s] 1 test run: 1 passed, 0 skipped", true, 1, 0);
    }

    #[test]
    fn node_prints_for_people_or_as_tap() {
        check("ℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 0", false, 4, 1);
        check("# pass 2\n# fail 0\n# cancelled 1", false, 2, 1);
    }

    #[test]
    fn a_runner_that_fails_in_silence_is_one_failure() {
        check("error: could not compile `vm`", false, 0, 1);
        check("nothing to see", true, 0, 0);
    }
}
