//! The colours of the code view: a small reader of Python's tokens, of no use for anything else.
//!
//! It never fails: what it doesn't know is plain.

/// A piece's part in the code; each has a class of the style sheet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Anything else.
    Plain,
    /// A word of the language.
    Keyword,
    /// Where control may be handed over: `async`, `await`, `yield`, decorators.
    Async,
    /// Text.
    Text,
    /// A number.
    Number,
    /// A remark.
    Comment,
}

impl Role {
    /// The class of the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Role::Plain => "",
            Role::Keyword => "k",
            Role::Async => "a",
            Role::Text => "s",
            Role::Number => "d",
            Role::Comment => "c",
        }
    }
}

/// A piece of a line.
pub type Piece = (Role, String);

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with",
];

const HANDING_OVER: &[&str] = &["async", "await", "yield"];

/// A source, line by line, in pieces.
pub fn lines(source: &str) -> Vec<Vec<Piece>> {
    let mut reader = Reader { open: None, pieces: Vec::new() };
    let lines = source.strip_suffix('\n').unwrap_or(source).split('\n');
    lines.map(|line| reader.line(line)).collect()
}

struct Reader {
    /// The quotes that end the text in which a line begins.
    open: Option<&'static str>,
    pieces: Vec<Piece>,
}

impl Reader {
    fn line(&mut self, line: &str) -> Vec<Piece> {
        let mut rest = line;
        if let Some(quotes) = self.open {
            rest = self.text(rest, 0, quotes);
        }
        while let Some(first) = rest.chars().next() {
            rest = self.token(rest, first, line);
        }
        std::mem::take(&mut self.pieces)
    }

    /// Takes one token; what is left.
    fn token<'a>(&mut self, rest: &'a str, first: char, line: &str) -> &'a str {
        if first == '#' {
            return self.take(Role::Comment, rest, rest.len());
        }
        if let Some((prefix, quotes)) = quotes_at(rest) {
            return self.text(rest, prefix + quotes.len(), quotes);
        }
        if first.is_ascii_digit() {
            return self.take(Role::Number, rest, number_length(rest));
        }
        if first == '@' && line.trim_start().len() == rest.len() {
            let name = rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'));
            return self.take(Role::Async, rest, name.map_or(rest.len(), |end| end + 1));
        }
        if first.is_alphabetic() || first == '_' {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            return self.take(role_of(&rest[..end]), rest, end);
        }
        self.take(Role::Plain, rest, first.len_utf8())
    }

    /// Takes text up to its closing quotes or the line's end, from byte `inside` on.
    fn text<'a>(&mut self, rest: &'a str, inside: usize, quotes: &'static str) -> &'a str {
        match closing(&rest[inside..], quotes) {
            Some(end) => {
                self.open = None;
                self.take(Role::Text, rest, inside + end)
            }
            None => {
                // Only text in three quotes goes on in the next line.
                self.open = (quotes.len() == 3).then_some(quotes);
                self.take(Role::Text, rest, rest.len())
            }
        }
    }

    fn take<'a>(&mut self, role: Role, rest: &'a str, length: usize) -> &'a str {
        let (piece, rest) = rest.split_at(length);
        match self.pieces.last_mut() {
            Some((last, text)) if *last == role && !matches!(role, Role::Keyword | Role::Async) => text.push_str(piece),
            _ if piece.is_empty() => {}
            _ => self.pieces.push((role, piece.to_owned())),
        }
        rest
    }
}

fn role_of(word: &str) -> Role {
    if HANDING_OVER.contains(&word) {
        Role::Async
    } else if KEYWORDS.contains(&word) {
        Role::Keyword
    } else {
        Role::Plain
    }
}

/// The length of a text's prefix (`f`, `rb`) and its quotes, if a text begins here.
fn quotes_at(rest: &str) -> Option<(usize, &'static str)> {
    let prefix = rest.find(['"', '\''])?;
    let letters = &rest[..prefix];
    if prefix > 2 || !letters.bytes().all(|byte| b"rbfuRBFU".contains(&byte)) {
        return None;
    }
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| rest[prefix..].starts_with(quotes))?;
    Some((prefix, quotes))
}

/// The end of the text that begins here, its closing quotes included.
fn closing(text: &str, quotes: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if text[at..].starts_with(quotes) {
            return Some(at + quotes.len());
        }
    }
    None
}

fn number_length(rest: &str) -> usize {
    let mut before = ' ';
    let ends = |c: char| {
        let sign = matches!(c, '+' | '-') && matches!(before, 'e' | 'E');
        before = c;
        !(c.is_ascii_alphanumeric() || c == '_' || c == '.' || sign)
    };
    rest.find(ends).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line as `class:text` for what has a role.
    fn coloured(source: &str) -> Vec<String> {
        let line = |pieces: &Vec<Piece>| {
            let coloured = pieces.iter().filter(|(role, _)| *role != Role::Plain);
            coloured.map(|(role, text)| format!("{}:{text}", role.class())).collect::<Vec<_>>().join(" ")
        };
        lines(source).iter().map(line).collect()
    }

    #[test]
    fn every_role_is_seen() {
        assert_eq!(
            coloured("@asyncio.coroutine\nasync def f(n):\n    await g('a b', 1.5e-3)  # why\n    return None\n"),
            ["a:@asyncio.coroutine", "a:async k:def", "a:await s:'a b' d:1.5e-3 c:# why", "k:return k:None"]
        );
        assert_eq!(coloured("x = yield from y"), ["a:yield k:from"]);
    }

    #[test]
    fn text_knows_its_prefixes_escapes_and_lines() {
        assert_eq!(coloured(r#"f"a{b}" rb'\'' "#), [r#"s:f"a{b}" s:rb'\''"#]);
        assert_eq!(coloured("\"\"\"one\ntwo # two\"\"\" if"), ["s:\"\"\"one", "s:two # two\"\"\" k:if"]);
        assert_eq!(coloured("'open\nif"), ["s:'open", "k:if"]);
    }

    #[test]
    fn a_word_is_a_keyword_only_as_a_whole() {
        assert_eq!(coloured("format = island.in_ or matrix @ b"), ["k:or"]);
    }

    #[test]
    fn nothing_is_lost() {
        for source in ["", "\n", "é = 'ü' # ñ\n\tx\\", "\"\"\"\n\n", "0x_1F if 1else 2", "a 'b' \"c"] {
            let again: Vec<String> =
                lines(source).iter().map(|line| line.iter().map(|(_, text)| text.as_str()).collect()).collect();
            assert_eq!(again.join("\n"), source.strip_suffix('\n').unwrap_or(source), "{source:?}");
        }
    }
}
