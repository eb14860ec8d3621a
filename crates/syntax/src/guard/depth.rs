//! An upper bound of a tree's depth from the tokens alone.

use super::{MAX_CHAIN, MAX_PREFIXES};
use crate::mistake::Mistake;
use crate::source::Source;
use crate::tokens::{Token, TokenKind};

/// The words and operators that the parser recurses for when they stand where an operand begins.
const PREFIXES: [&str; 7] = ["not", "await", "-", "+", "~", "*", "**"];
/// The words and operators that bind looser than `or`; the parser recurses for all of them.
const LOOSE: [&str; 5] = ["if", "else", "lambda", "yield", ":="];
/// The operators that join any number of operands in one node, and the signs between whole parts.
const BESIDE: [&str; 12] = ["and", "or", "in", "is", "==", "!=", "<", "<=", ">", ">=", "=", ":"];
/// Words that are no operand: behind them an operand begins.
const OPENING_WORDS: [&str; 20] = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "lambda", "await", "yield", "from", "return", "assert",
    "while", "del", "raise", "for", "with", "case",
];

/// Refuses a program whose expressions are deeper than the parser's stack bears.
pub(crate) fn check(source: &Source, tokens: &[Token]) -> Result<(), Mistake> {
    let mut scan = Scan { levels: vec![Level::default()], operand_next: true };
    for token in tokens {
        let text = &source.text()[token.start..token.end];
        let deepest = match is_f_string(token.kind, text) {
            true => scan.f_string(text),
            false => scan.feed(token.kind, text),
        };
        if deepest.prefixes > MAX_PREFIXES || deepest.chain > MAX_CHAIN {
            let message = "this expression is nested too deeply; split it into several statements";
            return Err(Mistake::unsupported("deeply nested expressions", message, token.start, token.end));
        }
    }
    Ok(())
}

/// Two measures that grow together: the depth of the tree, and of the parser's recursion.
#[derive(Clone, Copy, Default)]
struct Depth {
    chain: usize,
    prefixes: usize,
}

/// What a bracket adds around what it holds.
const BRACKET: Depth = Depth { chain: 1, prefixes: 1 };

impl Depth {
    fn plus(self, other: Depth) -> Depth {
        Depth { chain: self.chain + other.chain, prefixes: self.prefixes + other.prefixes }
    }

    fn max(self, other: Depth) -> Depth {
        Depth { chain: self.chain.max(other.chain), prefixes: self.prefixes.max(other.prefixes) }
    }
}

/// How deep the expression within one bracket is.
#[derive(Clone, Copy, Default)]
struct Level {
    /// What the open brackets around this one add.
    around: Depth,
    /// What the ternaries, lambdas and such since the last comma add.
    loose: Depth,
    /// What the operators since the last comma, `and`, `or` or comparison add.
    tight: Depth,
    /// The deepest bracket closed since then.
    within: Depth,
    /// The deepest part before that.
    before: Depth,
}

impl Level {
    /// The operators that what follows is an operand of.
    fn own(&self) -> Depth {
        self.loose.plus(self.tight)
    }

    /// An operator that takes any number of operands: what follows stands beside what was.
    fn beside(&mut self) {
        *self = Level { around: self.around, loose: self.loose, before: self.depth(), ..Level::default() };
    }

    /// A comma.
    fn split(&mut self) {
        *self = Level { around: self.around, before: self.depth(), ..Level::default() };
    }

    fn depth(&self) -> Depth {
        self.before.max(self.own().plus(self.within))
    }
}

struct Scan {
    /// The statement's own level and one for every open bracket; never empty.
    levels: Vec<Level>,
    operand_next: bool,
}

impl Scan {
    fn top(&mut self) -> &mut Level {
        self.levels.last_mut().expect("the statement's own level is never popped")
    }

    /// Takes a token; gives the depth that the expression around it has reached.
    fn feed(&mut self, kind: TokenKind, text: &str) -> Depth {
        match text {
            "(" | "[" | "{" => self.open(),
            ")" | "]" | "}" => self.close(),
            "," => self.top().split(),
            _ if ends_statement(kind, text) => self.levels = vec![Level::default()],
            _ if kind == TokenKind::Number || kind == TokenKind::String => {}
            _ if kind == TokenKind::Name && !OPENING_WORDS.contains(&text) => {}
            _ if BESIDE.contains(&text) => self.top().beside(),
            _ => self.operator(text),
        }
        self.operand_next = begins_operand(kind, text);
        let top = *self.top();
        top.around.plus(top.own()).plus(top.within)
    }

    fn open(&mut self) {
        let called = usize::from(!self.operand_next);
        let top = self.top();
        top.tight.chain += called;
        let around = top.around.plus(top.own()).plus(BRACKET);
        self.levels.push(Level { around, ..Level::default() });
    }

    /// A closed bracket is part of the level that it stands in.
    fn close(&mut self) {
        if self.levels.len() > 1 {
            let closed = self.levels.pop().unwrap_or_default().depth().plus(BRACKET);
            self.top().within = self.top().within.max(closed);
        }
    }

    fn operator(&mut self, text: &str) {
        let prefix = self.operand_next && PREFIXES.contains(&text);
        let recursive = usize::from(prefix || text == "**" || LOOSE.contains(&text));
        let added = Depth { chain: 1, prefixes: recursive };
        let top = self.top();
        match LOOSE.contains(&text) {
            true => top.loose = top.loose.plus(added),
            false => top.tight = top.tight.plus(added),
        }
    }

    /// Feeds the words and signs within an f-string's braces, as if the string were a bracket around
    /// them. Strings within them are read as if they were code, which can only make the bound
    /// higher; the level is put back at the end.
    fn f_string(&mut self, text: &str) -> Depth {
        let outside = self.levels.len();
        self.operand_next = true;
        self.open();
        let mut deepest = Depth::default();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let word = rest.find(|c: char| !(c == '_' || c.is_alphanumeric())).unwrap_or(rest.len());
            let (piece, behind) = rest.split_at(word.max(c.len_utf8()));
            let kind = if word > 0 { TokenKind::Name } else { TokenKind::Op };
            let counts = self.levels.len() > outside + 1 || piece == "{";
            if counts && !matches!(c, ' ' | '\t' | '\n' | '\'' | '"') {
                deepest = deepest.max(self.feed(kind, piece));
            }
            if self.levels.len() == outside + 1 {
                self.top().beside();
            }
            rest = behind;
        }
        while self.levels.len() > outside {
            self.close();
        }
        self.operand_next = false;
        deepest
    }
}

fn is_f_string(kind: TokenKind, text: &str) -> bool {
    let prefix = text.split(['"', '\'']).next().unwrap_or_default();
    kind == TokenKind::String && prefix.contains(['f', 'F'])
}

fn ends_statement(kind: TokenKind, text: &str) -> bool {
    matches!(kind, TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::End) || text == ";"
}

fn begins_operand(kind: TokenKind, text: &str) -> bool {
    match kind {
        TokenKind::Name => OPENING_WORDS.contains(&text),
        TokenKind::Op => !matches!(text, ")" | "]" | "}" | "..."),
        TokenKind::Number | TokenKind::String => false,
        TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent | TokenKind::End => true,
    }
}
