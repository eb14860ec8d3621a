//! Deep and long programs are read or refused by name, on a stack of 1 MB as wasm has it.

use syntax::{parse, ErrorKind, PythonVersion, MAX_DEPTH};

const STACK: usize = 1 << 20;

/// Reads a program on a small stack; walks, copies and drops its tree there too.
fn read(source: String) -> Result<(), String> {
    let work = move || match parse(&source, PythonVersion::V311) {
        Ok(module) => {
            let copy = module.clone();
            assert_eq!(module, copy);
            Ok(())
        }
        Err(error) => match error.kind {
            ErrorKind::Unsupported { feature } => Err(feature.to_owned()),
            _ => Err(error.message),
        },
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread starts");
    thread.join().expect("the stack suffices")
}

/// A program of a given depth.
type Shape = fn(usize) -> String;

/// Shapes of programs by a number that says how deep they are.
const DEEP: [(&str, Shape); 22] = [
    ("parentheses", |n| "(".repeat(n) + "1" + &")".repeat(n)),
    ("calls", |n| "f(".repeat(n) + "1" + &")".repeat(n)),
    ("lists", |n| "[".repeat(n) + "1" + &"]".repeat(n)),
    ("subscripts", |n| "a[".repeat(n) + "1" + &"]".repeat(n)),
    ("dicts", |n| "{1:".repeat(n) + "1" + &"}".repeat(n)),
    ("comprehensions", |n| "[".repeat(n) + "1" + &" for x in y]".repeat(n)),
    ("sum", |n| format!("x = {}", vec!["1"; n].join(" + "))),
    ("powers", |n| vec!["a"; n].join("**")),
    ("nots", |n| "not ".repeat(n) + "a"),
    ("signs", |n| "-~+".repeat(n) + "a"),
    ("attributes", |n| "a".to_owned() + &".b".repeat(n)),
    ("chained calls", |n| "a".to_owned() + &"()".repeat(n)),
    ("chained subscripts", |n| "a".to_owned() + &"[0]".repeat(n)),
    ("ternaries", |n| "1 if a else ".repeat(n) + "2"),
    ("lambdas", |n| "lambda: ".repeat(n) + "2"),
    ("lambda defaults", |n| "lambda x=".repeat(n) + "1" + &": 2".repeat(n)),
    ("awaits of brackets", |n| "await (".repeat(n) + "1" + &")".repeat(n)),
    ("elifs", |n| "if a: pass\n".to_owned() + &"elif b: pass\n".repeat(n)),
    ("blocks", |n| (0..n).map(|i| " ".repeat(i) + "if a:\n").collect::<String>() + &" ".repeat(n) + "pass\n"),
    ("functions", |n| (0..n).map(|i| " ".repeat(i) + "def f():\n").collect::<String>() + &" ".repeat(n) + "pass\n"),
    ("patterns", |n| format!("match x:\n case {}1{}: pass\n", "[".repeat(n), "]".repeat(n))),
    ("f-string brackets", |n| format!("f'{{{}1{}}}'", "(".repeat(n), ")".repeat(n))),
];

#[test]
fn deep_programs_never_overflow() {
    let refusals = [
        "deeply nested expressions",
        "deeply nested programs",
        "very long elif chains",
        "too many nested parentheses",
        "too many levels of indentation",
        "f-string: too many nested parenthesis",
    ];
    for (name, shape) in DEEP {
        for n in [40, 90, 150, 190, 249, 251, 490, 600, 990, 1_100, 5_000, 30_000] {
            if n > 1_100 && matches!(name, "blocks" | "functions") {
                continue;
            }
            match read(shape(n)) {
                Ok(()) => assert!(n <= MAX_DEPTH, "{name} {n}: deeper than promised"),
                Err(why) => assert!(n > 80 && refusals.contains(&why.as_str()), "{name} {n}: {why}"),
            }
        }
    }
}

#[test]
fn brackets_and_blocks_end_where_cpythons_do() {
    assert_eq!(read("(".repeat(200) + "1" + &")".repeat(200)), Ok(()));
    assert_eq!(read("(".repeat(201) + "1" + &")".repeat(201)), Err("too many nested parentheses".into()));
    let blocks = |n: usize| (0..n).map(|i| " ".repeat(i) + "if a:\n").collect::<String>() + &" ".repeat(n) + "pass\n";
    assert_eq!(read(blocks(99)), Ok(()));
    assert_eq!(read(blocks(100)), Err("too many levels of indentation".into()));
}

#[test]
fn what_only_looks_deep_is_read() {
    let list = |item: &str, n: usize| format!("x = [{}]\n", vec![item; n].join(", "));
    for source in [
        vec!["a"; 10_000].join(" and "),
        vec!["not a"; 10_000].join(" or "),
        vec!["a + 1"; 10_000].join(" < "),
        list("-f(a.b[0] ** 2 + 1)", 10_000),
        list("lambda: (yield)", 2_000),
        format!("f'{}'", "{a.b()}".repeat(3_000)),
        "'a' ".repeat(10_000),
        "x = ".repeat(10_000) + "1",
        "a.b(c)\n".repeat(5_000),
        format!("x = {}\n", vec!["'line'"; 150].join(" + ")),
        "if a: pass\n".to_owned() + &"elif b == 1: pass\n".repeat(150),
    ] {
        assert_eq!(read(source.clone()), Ok(()), "{}…", &source[..40]);
    }
}
