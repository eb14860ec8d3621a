//! Rust source with comments and literals blanked, so that searching it finds code only.

/// A source file, line by line.
pub struct Source {
    /// The code: as long and with the same line breaks as the text, but comments, the contents of literals and all that is not ASCII
    /// are spaces.
    pub code: String,
    /// For each line, whether an ordinary (not a doc) comment stands in it.
    pub commented: Vec<bool>,
}

impl Source {
    /// Reads a source text. Broken Rust gives some answer; the compiler is there to complain.
    pub fn new(text: &str) -> Source {
        let mut reader = Reader { rest: text, source: Source { code: String::new(), commented: vec![false] } };
        while !reader.rest.is_empty() {
            reader.step();
        }
        reader.source
    }

    /// The line, from 1, of a place in `code`.
    pub fn line_at(&self, offset: usize) -> usize {
        1 + self.code[..offset].matches('\n').count()
    }

    /// Whether a comment stands in this line (from 1) or alone in the one above.
    pub fn explained(&self, line: usize) -> bool {
        let commented = |line: usize| self.commented.get(line - 1) == Some(&true);
        commented(line) || (line > 1 && commented(line - 1))
    }

    /// Where `word` stands as a whole word.
    pub fn words<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(word).map(|(at, _)| at).filter(move |&at| {
            let before = self.code[..at].chars().next_back();
            let after = self.code[at + word.len()..].chars().next();
            !before.is_some_and(is_word) && !after.is_some_and(is_word)
        })
    }

    /// The place after the bracket that closes the one at `open`.
    pub fn closing(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for (at, c) in self.code[open..].char_indices() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return open + at + 1;
            }
        }
        self.code.len()
    }

    /// From `start`, the place of the item's `{`, or of the `;` that ends it without a body.
    pub fn body_or_end(&self, start: usize) -> Option<(usize, char)> {
        let mut depth = 0_i32;
        for (at, c) in self.code[start..].char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                '{' | ';' if depth == 0 => return Some((start + at, c)),
                _ => {}
            }
        }
        None
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

struct Reader<'a> {
    rest: &'a str,
    source: Source,
}

impl Reader<'_> {
    fn step(&mut self) {
        let rest = self.rest;
        if rest.starts_with("//") {
            let length = rest.find('\n').unwrap_or(rest.len());
            self.comment(length, rest.starts_with("///") || rest.starts_with("//!"));
        } else if rest.starts_with("/*") {
            self.comment(block_comment(rest), rest.starts_with("/**") || rest.starts_with("/*!"));
        } else if let Some(length) = literal(rest) {
            self.skip(length);
        } else {
            // A word is taken whole, so that the r of `for` is not read as a raw string's.
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            self.keep(length.max(rest.chars().next().map_or(1, char::len_utf8)));
        }
    }

    fn comment(&mut self, length: usize, doc: bool) {
        let first = self.source.commented.len() - 1;
        self.skip(length);
        if !doc {
            self.source.commented[first..].fill(true);
        }
    }

    fn keep(&mut self, length: usize) {
        self.take(length, false);
    }

    fn skip(&mut self, length: usize) {
        self.take(length, true);
    }

    fn take(&mut self, length: usize, blank: bool) {
        let (taken, rest) = self.rest.split_at(length);
        for c in taken.chars() {
            let keep = c == '\n' || (!blank && c.is_ascii());
            self.source.code.push(if keep { c } else { ' ' });
            if c == '\n' {
                self.source.commented.push(false);
            }
        }
        self.rest = rest;
    }
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the string or character literal at the start of `text`, if there is one.
fn literal(text: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            let hashes = rest.trim_start_matches('#');
            rest.starts_with('"')
                || (prefix.ends_with('r') && hashes.starts_with('"'))
                || (*prefix == "b" && rest.starts_with('\''))
        })
    });
    let prefix = match prefix {
        Some(prefix) => prefix,
        None if text.starts_with('\'') => return character(text),
        None => return None,
    };
    let rest = &text[prefix.len()..];
    let length = if prefix.ends_with('r') {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = &rest[hashes + 1..];
        hashes + 1 + inside.find(&close).map_or(inside.len(), |at| at + close.len())
    } else if rest.starts_with('"') {
        quoted(rest, '"')
    } else {
        character(rest)?
    };
    Some(prefix.len() + length)
}

/// `'x'` and `'\n'` are characters, `'a` is a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut inside = text.chars().skip(1);
    let first = inside.next()?;
    (first == '\\' || inside.next() == Some('\'')).then(|| quoted(text, '\''))
}

fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_literals_are_blanked() {
        let text = "let a = \"{ // \\\" x\"; // why {\nlet b = r#\"\"}\"#; let c = '{'; /* { /* { */ */ for<'a> d\n";
        let source = Source::new(text);
        assert_eq!(source.code.len(), text.len());
        let words: Vec<&str> = source.code.split_whitespace().collect();
        assert_eq!(words.join(" "), "let a = ; let b = ; let c = ; for<'a> d");
        assert_eq!(source.commented, [true, true, false]);
    }

    #[test]
    fn what_is_not_ascii_keeps_lines_and_brackets_in_place() {
        let source = Source::new("fn é() { 'ä'; \"ö\n\" }\n}");
        assert_eq!(source.line_at(source.code.rfind('}').expect("a brace")), 3);
        let open = source.code.find('{').expect("a brace");
        assert_eq!(source.line_at(source.closing(open)), 2);
    }

    #[test]
    fn a_doc_comment_explains_nothing() {
        assert_eq!(Source::new("/// doc\n//! doc\n// why").commented, [false, false, true]);
    }
}
