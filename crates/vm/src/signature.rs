//! Signatures of natives: parsed from the text a Python programmer would write, bound in CPython's
//! words (Python/getargs.c).

use crate::cx::Cx;
use crate::native::{Args, Raise};
use crate::value::{Ref, Value};

/// A native's parameters.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// Names of the positional and keyword-only parameters, in order.
    pub names: Vec<&'static str>,
    /// How many are positional-only.
    pub positional_only: usize,
    /// How many are positional (or both).
    pub positional: usize,
    /// How many of the positional ones must be there.
    pub required: usize,
    /// Bit `i` is set if keyword-only parameter `i` (counted from 0 among all names) must be there.
    pub required_keywords: u64,
    /// Takes `*args`.
    pub varargs: bool,
    /// Takes `**kwargs`.
    pub varkeywords: bool,
    /// The first parameter is the receiver: it does not count in messages.
    pub method: bool,
}

impl Signature {
    /// Parses `"self, key, default=, /"`; see [`crate::native::Def::signature`].
    pub fn parse(text: &'static str) -> Signature {
        let mut s = Signature::default();
        let mut keyword_only = false;
        for part in text.split(',').map(str::trim).filter(|p| !p.is_empty()) {
            match part {
                "/" => s.positional_only = s.names.len(),
                "*" => keyword_only = true,
                _ if part.starts_with("**") => s.varkeywords = true,
                _ if part.starts_with('*') => {
                    s.varargs = true;
                    keyword_only = true;
                }
                _ => {
                    let (name, optional) = match part.split_once('=') {
                        Some((name, _)) => (name, true),
                        None => (part, false),
                    };
                    s.names.push(name);
                    if keyword_only && !optional {
                        s.required_keywords |= 1 << (s.names.len() - 1);
                    }
                    if !keyword_only {
                        s.positional = s.names.len();
                        if !optional {
                            s.required = s.names.len();
                        }
                    }
                }
            }
        }
        s.method = matches!(s.names.first(), Some(&"self") | Some(&"cls"));
        s
    }

    /// True if a call with so many positional arguments and no keywords needs no binding at all.
    pub fn fits(&self, count: usize) -> bool {
        count == self.names.len() && !self.varargs && !self.varkeywords && self.positional == count
    }

    /// Puts arguments into the order of the parameters. `names`: the keywords of the last arguments.
    ///
    /// # Errors
    /// TypeError, in CPython's words.
    pub fn bind(&self, cx: &mut Cx<'_>, shown: &str, args: Args, names: &[Ref]) -> Result<Args, Raise> {
        if names.is_empty() && self.fits(args.len()) {
            return Ok(args);
        }
        let given = args.len() - names.len();
        let mut bound: Args = smallvec::smallvec![Value::UNSET; self.names.len()];
        if let Some(message) = self.too_many(shown, given, names.len()) {
            return Err(cx.type_error(message));
        }
        let taken = given.min(self.positional);
        bound[..taken].copy_from_slice(&args[..taken]);
        let mut extra = Vec::new();
        for (&name, &value) in names.iter().zip(&args[given..]) {
            let text = cx.name(name);
            match self.names.iter().position(|n| **n == *text).filter(|&i| i >= self.positional_only) {
                Some(i) if bound[i].is_set() => {
                    let message = format!("argument for {shown}() given by name ('{text}') and position ({})", i + 1);
                    return Err(cx.type_error(message));
                }
                Some(i) => bound[i] = value,
                None if self.varkeywords => extra.push((name, value)),
                None => return Err(self.keyword_error(cx, shown, &text)),
            }
        }
        if let Some(missing) = (taken..self.required).find(|&i| !bound[i].is_set()) {
            let message = self.too_few(shown, given, missing);
            return Err(cx.type_error(message));
        }
        if let Some(i) = (0..self.names.len()).find(|&i| self.required_keywords >> i & 1 == 1 && !bound[i].is_set()) {
            let name = self.names[i];
            return Err(cx.type_error(format!("{shown}() missing required keyword-only argument: '{name}'")));
        }
        if self.varargs {
            let rest = cx.new_tuple(&args[taken..given]);
            bound.push(rest);
        }
        if self.varkeywords {
            let dict = cx.new_dict();
            for (name, value) in extra {
                cx.dict_set_name(dict, name, value);
            }
            bound.push(dict.into());
        }
        Ok(bound)
    }

    fn keyword_error(&self, cx: &mut Cx<'_>, shown: &str, name: &str) -> Raise {
        if self.positional_only == self.names.len() {
            return cx.type_error(format!("{shown}() takes no keyword arguments"));
        }
        let short = short(shown);
        cx.type_error(format!("'{name}' is an invalid keyword argument for {short}()"))
    }

    /// True if some parameter can be given by name: such natives have other messages (`_PyArg_UnpackKeywords`).
    fn takes_names(&self) -> bool {
        self.positional_only < self.names.len()
    }

    /// The message if a call has more arguments than there are parameters.
    fn too_many(&self, shown: &str, given: usize, keywords: usize) -> Option<String> {
        let own = usize::from(self.method);
        let (all, most, given) = (self.names.len() - own, self.positional - own, given.saturating_sub(own));
        let short = short(shown);
        if self.varargs {
            return None;
        }
        if self.takes_names() && !self.varkeywords && !counts_positions_first(shown) {
            if given + keywords > all {
                let word = if self.required - own < all { "at most" } else { "exactly" };
                let kind = if given == 0 { "keyword " } else { "" };
                return Some(format!(
                    "{short}() takes {word} {all} {kind}argument{} ({} given)",
                    s(all),
                    given + keywords
                ));
            }
            if given > most && most == 0 {
                return Some(format!("{short}() takes no positional arguments"));
            }
            if given > most {
                return Some(format!("{short}() takes at most {most} positional argument{} ({given} given)", s(most)));
            }
        }
        (given > most).then(|| self.wrong_count(shown, given))
    }

    /// The message if a required argument, the one at this place, is missing.
    fn too_few(&self, shown: &str, given: usize, missing: usize) -> String {
        let own = usize::from(self.method);
        let given = given.saturating_sub(own);
        if !self.takes_names() || self.varargs || counts_positions_first(shown) {
            return self.wrong_count(shown, given);
        }
        let short = short(shown);
        if missing < self.positional_only {
            let least = self.positional_only.min(self.required) - own;
            let word = if least < self.positional - own { "at least" } else { "exactly" };
            return format!("{short}() takes {word} {least} positional argument{} ({given} given)", s(least));
        }
        format!("{short}() missing required argument '{}' (pos {})", self.names[missing], missing + 1 - own)
    }

    /// The message of a native that only counts its arguments.
    fn wrong_count(&self, shown: &str, given: usize) -> String {
        let own = usize::from(self.method);
        let (least, most) = (self.required.saturating_sub(own), self.positional - own);
        let short = short(shown);
        let is_class = self.names.first() == Some(&"cls") && !shown.contains('.');
        if least != most || self.varargs {
            let (word, bound) = if given < least { ("least", least) } else { ("most", most) };
            return match is_text_search(shown) {
                true => format!("{short}() takes at {word} {bound} argument{} ({given} given)", s(bound)),
                false => format!("{short} expected at {word} {bound} argument{}, got {given}", s(bound)),
            };
        }
        if is_slot(short) {
            return format!("expected {most} argument{}, got {given}", s(most));
        }
        match most {
            0 => format!("{shown}() takes no arguments ({given} given)"),
            1 if !is_class && !counts_positions_first(shown) => {
                format!("{shown}() takes exactly one argument ({given} given)")
            }
            _ => format!("{short} expected {most} argument{}, got {given}", s(most)),
        }
    }
}

fn short(shown: &str) -> &str {
    shown.rsplit('.').next().unwrap_or(shown)
}

fn s(count: usize) -> &'static str {
    if count == 1 {
        ""
    } else {
        "s"
    }
}

/// Takes names, and yet counts its positional arguments itself before.
fn counts_positions_first(shown: &str) -> bool {
    shown == "sorted"
}

/// Searches in text: these still parse their arguments by a format string.
fn is_text_search(shown: &str) -> bool {
    let Some((class, method)) = shown.split_once('.') else { return false };
    matches!(class, "str" | "bytes" | "bytearray")
        && matches!(method, "find" | "rfind" | "index" | "rindex" | "count" | "startswith" | "endswith")
}

/// A special method that is a slot of its class and not an entry in its table of methods.
fn is_slot(name: &str) -> bool {
    const METHODS: &[&str] = &[
        "__format__",
        "__reversed__",
        "__round__",
        "__sizeof__",
        "__dir__",
        "__instancecheck__",
        "__subclasscheck__",
        "__getitem__",
        "__contains__",
        "__class_getitem__",
        "__exit__",
        "__reduce_ex__",
        "__length_hint__",
    ];
    name.starts_with("__") && !METHODS.contains(&name)
}
