//! Which lines of a Rust file are compiled for tests only.

use super::rust::Source;

/// For each line, whether it belongs to an item under `#[cfg(test)]`.
pub fn test_lines(source: &Source) -> Vec<bool> {
    let mut lines = vec![false; source.commented.len()];
    for (start, attribute) in source.code.match_indices("#[cfg(test)]") {
        let end = match source.body_or_end(start + attribute.len()) {
            Some((open, '{')) => source.closing(open),
            Some((end, _)) => end,
            None => source.code.len(),
        };
        lines[source.line_at(start) - 1..source.line_at(end)].fill(true);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_item_under_the_attribute_is_a_test() {
        let text = "fn a() {}\n#[cfg(test)]\nuse b;\nfn c() {}\n#[cfg(test)]\nmod tests {\n  fn d() {}\n}\nfn e() {}";
        let lines = test_lines(&Source::new(text));
        assert_eq!(lines, [false, true, true, false, true, true, true, true, false]);
    }
}
