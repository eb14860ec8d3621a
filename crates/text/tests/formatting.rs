//! `format`, `%` and `str.format` against the answers of CPython 3.11.

mod table;

use table::{answer, float, int};
use text::percent::*;
use text::template::*;
use text::*;

fn spec(row: &[String], target: FormatTarget, type_name: &str) -> Result<FormatSpec> {
    FormatSpec::parse(&row[1], target, type_name)
}

#[test]
fn floats() {
    table!("float_format").check(2, |row| {
        let value = float(&row[0]);
        answer(spec(row, FormatTarget::Float, "float").and_then(|spec| format_float(value, &spec, "float")))
    });
}

#[test]
fn ints() {
    table!("int_format").check(2, |row| {
        let value = int(&row[0]);
        let format = |spec| format_int(value.as_ref(), &spec, "int", DEFAULT_MAX_STR_DIGITS);
        answer(spec(row, FormatTarget::Int, "int").and_then(format))
    });
}

#[test]
fn strings() {
    table!("str_format")
        .check(2, |row| answer(spec(row, FormatTarget::Str, "str").and_then(|spec| format_str(&row[0], &spec, "str"))));
}

#[test]
fn messages_name_the_type() {
    let spec = FormatSpec::parse("y", FormatTarget::Int, "bool").expect("one character");
    let error = format_int(IntRef::Small(1), &spec, "bool", 0).expect_err("no such code");
    assert_eq!(error.message, "Unknown format code 'y' for object of type 'bool'");
    let error = FormatSpec::parse("yy", FormatTarget::Int, "bool").expect_err("two characters");
    assert_eq!(error.message, "Invalid format specifier 'yy' for object of type 'bool'");
}

#[test]
fn paddings_beyond_the_limit_are_refused() {
    for text in ["99999999999", ".2147483647f"] {
        let spec = FormatSpec::parse(text, FormatTarget::Float, "float").expect("a specification");
        assert_eq!(format_float(1.0, &spec, "float").map_err(|error| error.kind), Err(ErrorKind::Limit));
    }
}

/// An argument of a recorded `%`: `i` an int, `f` a float's bits, `s` a string.
fn kind_and_text(argument: &str) -> (char, &str) {
    (argument.chars().next().expect("a kind"), &argument[1..])
}

/// The `%` operator over a tuple of plain values, as the interpreter walks it.
fn percent(format: &str, arguments: &[String]) -> Result<String> {
    let mut rest = arguments.iter();
    let mut fetch = || rest.next().map(|argument| kind_and_text(argument)).ok_or_else(not_enough_arguments);
    let mut out = String::new();
    for piece in parse_percent(format) {
        let conversion = match piece {
            PercentPiece::Literal(text) => {
                out += &text;
                continue;
            }
            PercentPiece::Conversion(conversion) => conversion,
        };
        if conversion.key != Key::None {
            return Err(mapping_required());
        }
        let mut star = || match fetch()? {
            ('i', digits) => Ok(int(digits)),
            _ => Err(star_wants_int()),
        };
        let width = if conversion.width == Count::Star { star_width(star()?.as_ref())? } else { 0 };
        let precision = if conversion.precision == Count::Star { star_precision(star()?.as_ref())? } else { 0 };
        if let ConversionEnd::Broken(error) = conversion.end {
            return Err(error);
        }
        let argument = fetch()?;
        if let ConversionEnd::Unknown(error) = conversion.end {
            return Err(error);
        }
        out += &convert(&conversion.directive(width, precision).expect("a code"), argument)?;
    }
    match fetch() {
        Ok(_) => Err(not_all_converted()),
        Err(_) => Ok(out),
    }
}

fn convert(directive: &Directive, (kind, text): (char, &str)) -> Result<String> {
    let type_name = match kind {
        'i' => "int",
        'f' => "float",
        _ => "str",
    };
    match (directive.code, kind) {
        ('d' | 'i' | 'u', 'f') => percent_int(directive, float_to_int(float(text))?.as_ref(), DEFAULT_MAX_STR_DIGITS),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', 'i') => percent_int(directive, int(text).as_ref(), DEFAULT_MAX_STR_DIGITS),
        ('d' | 'i' | 'u' | 'o' | 'x' | 'X', _) => Err(number_required(directive.code, type_name)),
        ('c', 'i') => percent_char(directive, char_from_int(int(text).as_ref())?),
        ('c', 's') if text.chars().count() == 1 => percent_char(directive, text.chars().next().expect("one")),
        ('c', _) => Err(char_required()),
        ('r', 's') => percent_str(directive, &str_repr(text)),
        ('a', 's') => percent_str(directive, &ascii_repr(text)),
        ('s' | 'r' | 'a', 'i' | 's') => percent_str(directive, text),
        ('s' | 'r' | 'a', _) => percent_str(directive, &float_repr(float(text))),
        (_, 'f') => percent_float(directive, float(text)),
        (_, 'i') => percent_float(directive, int::int_to_float(int(text).as_ref())?),
        _ => Err(Error::type_error(format!("must be real number, not {type_name}"))),
    }
}

#[test]
fn percent_operator() {
    table!("percent").check(1, |row| answer(percent(&row[0], &row[2..])));
}

#[test]
fn percent_keys_may_nest_parentheses() {
    let pieces = parse_percent("%(a(b)c)s%(d");
    let keys: Vec<Key> = pieces
        .into_iter()
        .map(|piece| match piece {
            PercentPiece::Conversion(conversion) => conversion.key,
            PercentPiece::Literal(text) => panic!("a literal {text}"),
        })
        .collect();
    assert_eq!(keys, [Key::Named("a(b)c".into()), Key::Unclosed]);
}

/// What `_string.formatter_parser` yields, as Python prints it.
fn show_template(template: &str) -> Result<String> {
    let (mut shown, mut literal) = (Vec::new(), String::new());
    for piece in parse_template(template) {
        match piece {
            TemplatePiece::Literal(text) => literal = text,
            TemplatePiece::Broken(error) => return Err(error),
            TemplatePiece::Field(field) => {
                let conversion = field.conversion.map_or("None".into(), |c| str_repr(&c.to_string()));
                let (name, spec) = (str_repr(&field.name), str_repr(&field.spec));
                let before = str_repr(&std::mem::take(&mut literal));
                assert_eq!(field.nested, field.spec.contains('{'));
                shown.push(format!("({before}, {name}, {spec}, {conversion})"));
            }
        }
    }
    if !literal.is_empty() {
        shown.push(format!("({}, None, None, None)", str_repr(&literal)));
    }
    Ok(shown.join("|"))
}

/// CPython yields a literal after every doubled brace; ours are joined. So are the recorded ones here.
fn join_literals(recorded: &str) -> String {
    let mut joined = recorded.to_owned();
    while let Some(at) = joined.find("', None, None, None)|('") {
        joined.replace_range(at..at + "', None, None, None)|('".len(), "");
    }
    joined
}

#[test]
fn templates() {
    table!("template").check_rows(|row| (join_literals(&row[1]), answer(show_template(&row[0]))));
}

/// What `_string.formatter_field_name_split` yields.
fn show_name(name: &str) -> Result<String> {
    // An empty start is numbered in turn; CPython's function leaves it empty.
    let field = FieldName::parse(name, &mut AutoNumber::default())?;
    let start = match field.head {
        FieldHead::Index(_) if name.is_empty() || name.starts_with(['.', '[']) => "''".into(),
        FieldHead::Index(index) => index.to_string(),
        FieldHead::Key(key) => str_repr(&key),
    };
    field.accessors.into_iter().try_fold(start, |shown, accessor| {
        let (attribute, value) = match accessor {
            Accessor::Attribute(name) => ("True", str_repr(&name)),
            Accessor::Index(index) => ("False", index.to_string()),
            Accessor::Key(key) => ("False", str_repr(&key)),
            Accessor::Broken(error) => return Err(error),
        };
        Ok(format!("{shown}|({attribute}, {value})"))
    })
}

#[test]
fn field_names() {
    table!("field_name").check(1, |row| answer(show_name(&row[0])));
}

#[test]
fn fields_are_numbered_by_hand_or_in_turn() {
    let mut numbers = AutoNumber::default();
    let mut head = |name: &str| FieldName::parse(name, &mut numbers).map(|field| field.head);
    assert_eq!(head("key"), Ok(FieldHead::Key("key".into())));
    assert_eq!(head(""), Ok(FieldHead::Index(0)));
    assert_eq!(head(".real"), Ok(FieldHead::Index(1)));
    let message = head("0").expect_err("a switch").message;
    assert_eq!(message, "cannot switch from automatic field numbering to manual field specification");
    let mut numbers = AutoNumber::default();
    assert_eq!(FieldName::parse("3", &mut numbers).map(|field| field.head), Ok(FieldHead::Index(3)));
    let message = FieldName::parse("", &mut numbers).expect_err("a switch").message;
    assert_eq!(message, "cannot switch from manual field specification to automatic field numbering");
}

#[test]
fn errors_of_the_walk() {
    assert_eq!(bad_conversion('z').message, "Unknown conversion specifier z");
    assert_eq!(bad_conversion('é').message, "Unknown conversion specifier \\xe9");
    assert_eq!(recursion_exceeded().message, "Max string recursion exceeded");
    assert_eq!(index_out_of_range(5).message, "Replacement index 5 out of range for positional args tuple");
    assert_eq!(positional_in_map().message, "Format string contains positional fields");
}
