//! All that a comparison overlooks, and nothing else does.

use crate::Observed;

/// The recording's sign for the folder of CPython's library.
const LIBRARY: &str = "…/python3/";

/// Takes out of an observed run what no two machines have in common:
///
/// - addresses: `0x` and six or more hexadecimal digits become `0xADDR`;
/// - the folder of CPython's library becomes `…/python3/`;
/// - in tracebacks the entries of the library's own frames (`File "…/python3/…"` and `File "<frozen …>"`, each with its source
///   and caret lines) are left out: the bundled library that holds the place of CPython's has other frames. This one goes when
///   CPython's own files arrive.
pub fn normalised(mut observed: Observed) -> Observed {
    let text = |text: &str| addresses(&library_prefix(text));
    for line in &mut observed.lines {
        line.text = text(&line.text);
    }
    if let Some((_, message)) = &mut observed.exception {
        *message = text(message);
    }
    let stderr: Vec<String> = observed.stderr.iter().map(|line| text(line)).collect();
    observed.stderr = without_library_frames(stderr);
    observed
}

fn addresses(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let digits = &rest[at + 2..];
        let count = digits.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(digits.len());
        plain += &rest[..at];
        plain += if count >= 6 { "0xADDR" } else { &rest[at..at + 2 + count] };
        rest = &digits[count..];
    }
    plain + rest
}

/// `/any/folder/lib/python3.11/` becomes the recording's sign.
fn library_prefix(text: &str) -> String {
    const INNER: &str = "/lib/python3.";
    let Some(at) = text.find(INNER) else { return text.to_string() };
    let before = &text[..at];
    let start = before.rfind(|c: char| c.is_whitespace() || c == '"').map_or(0, |i| i + 1);
    let start = before[start..].find('/').map_or(at, |i| start + i);
    let after = &text[at + INNER.len()..];
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    match after[digits..].strip_prefix('/') {
        Some(rest) if digits > 0 => format!("{}{LIBRARY}{}", &text[..start], library_prefix(rest)),
        _ => text.to_string(),
    }
}

fn without_library_frames(lines: Vec<String>) -> Vec<String> {
    let mut inside = false;
    let keep = |line: &String| {
        let place = line.strip_prefix("  File \"");
        inside = match place {
            Some(place) => place.starts_with(LIBRARY) || place.starts_with("<frozen "),
            None => inside && (line.starts_with("    ") || line.starts_with("  [Previous line repeated ")),
        };
        !inside
    };
    lines.into_iter().filter(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_hexadecimal_numbers_are_addresses() {
        assert_eq!(addresses("<f at 0x7f00aa> 0xff 0x 0x1234567Z0xABCDEF"), "<f at 0xADDR> 0xff 0x 0xADDRZ0xADDR");
    }

    #[test]
    fn the_librarys_folder_is_recognised_wherever_it_is() {
        assert_eq!(
            library_prefix("  File \"/usr/lib/python3.11/asyncio/a.py\", l"),
            "  File \"…/python3/asyncio/a.py\", l"
        );
        assert_eq!(library_prefix("see /a/b/lib/python3.11/x.py: /lib/python3.9/y"), "see …/python3/x.py: …/python3/y");
        assert_eq!(library_prefix("a/lib/python3.x/b"), "a/lib/python3.x/b");
    }

    #[test]
    fn a_library_frame_goes_with_its_source_and_carets_and_no_more() {
        let lines = [
            "Traceback (most recent call last):",
            "  File \"…/python3/asyncio/runners.py\", line 1, in run",
            "    return",
            "    ^^^^^^",
            "  [Previous line repeated 3 more times]",
            "  File \"a.py\", line 1, in f",
            "    own",
            "  File \"<frozen importlib._bootstrap>\", line 1, in g",
            "ValueError: x",
            "    more of the message",
        ];
        let kept = without_library_frames(lines.map(str::to_string).to_vec());
        assert_eq!(kept, [lines[0], lines[5], lines[6], lines[8], lines[9]]);
    }
}
