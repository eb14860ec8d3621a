//! The deepest programs that the parser lets through are compiled on the stack that a page gives.

/// Bytes of stack, as in wasm.
const STACK: usize = 1 << 20;

/// Compiles on a small stack.
fn on_small_stack(source: String) {
    let module = syntax::parse(&source, syntax::PythonVersion::V311).expect("a program");
    let run = move || {
        let code = compiler::compile(&module, &source, "<test>", compiler::Options::default()).expect("code");
        compiler::verify(&code).expect("code that keeps the rules");
        drop(module);
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run).expect("a thread");
    thread.join().expect("the program compiles");
}

/// The longest program of a kind that the parser takes, or a very long one.
fn deepest(program: impl Fn(usize) -> String) -> String {
    let parses = |n: usize| syntax::parse(&program(n), syntax::PythonVersion::V311).is_ok();
    let (mut good, mut bad) = (15, 1000);
    assert!(parses(good), "{}", program(3));
    if parses(bad) {
        return program(bad);
    }
    while bad - good > 1 {
        let n = (good + bad) / 2;
        *(if parses(n) { &mut good } else { &mut bad }) = n;
    }
    program(good)
}

fn nested(head: &'static str, tail: &'static str) -> impl Fn(usize) -> String {
    move |n| format!("x = {}y{}\n", head.repeat(n), tail.repeat(n))
}

/// Blocks within one another, each begun by the same line.
fn blocks(head: &'static str) -> impl Fn(usize) -> String {
    move |n| {
        let lines: String = (0..n).map(|depth| format!("{}{head}\n", " ".repeat(depth))).collect();
        format!("{lines}{}y.z\n", " ".repeat(n))
    }
}

#[test]
fn expressions() {
    for (head, tail) in [
        ("[", "]"),
        ("(", ",)"),
        ("{1: ", "}"),
        ("f(", ")"),
        ("f(*", ")"),
        ("not ", ""),
        ("-", ""),
        ("lambda: ", ""),
        ("a if b else ", ""),
        ("a + ", ""),
        ("a ** ", ""),
        ("a < ", ""),
        ("(a or b and ", ")"),
        ("[z for z in ", "]"),
        ("", ".z"),
        ("", "(1)"),
        ("", "[1]"),
    ] {
        on_small_stack(deepest(nested(head, tail)));
    }
}

#[test]
fn statements() {
    for head in ["def f():", "class A:", "if a:", "while a:", "for a in b:", "with a as b:", "async def f():"] {
        on_small_stack(deepest(blocks(head)));
    }
    on_small_stack(deepest(|n| format!("if a: b\n{}", "elif c: d\n".repeat(n))));
}

#[test]
fn handlers() {
    let nested = |n: usize| {
        let opening: String = (0..n).map(|depth| format!("{}try:\n", " ".repeat(depth))).collect();
        let closing = |depth| format!("{0}except E as e:\n{0} e.x\n", " ".repeat(depth));
        let closing: String = (0..n).rev().map(closing).collect();
        format!("{opening}{}y.z\n{closing}", " ".repeat(n))
    };
    on_small_stack(deepest(nested));
}
