use super::{check, check_function};
use expect_test::expect;

#[test]
fn parameters() {
    let source = r#"def f(a, /, b=1, *args, c, d=g(), **kwargs): return args, kwargs, c
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = (1)
           1  t1 = "d"
           2  t2 = global g
           3  t2 = call t2..t3()
           4  t1 = dict(t1..t2)
           5  t0 = function <f>, defaults t0, keyword defaults t1
           6  global f = t0
           7  t0 = None
           8  return t0

        f at line 1; *args; **kwargs; parameters 2 (1 by position only) + 2 by keyword only; locals a b c d args kwargs
           0  t0 = args
           1  t1 = kwargs
           2  t2 = c
           3  t0 = tuple(t0..t2)
           4  return t0
    "#]],
    );
}

#[test]
fn closure() {
    let source = r#"def f(a):
    def g(): return a
    a = 1
    return g
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a g; cells a
           0  make a a cell
           1  t3 = a
           2  t3 = tuple(t3)
           3  g = function <f.<locals>.g>, closure t3
           4  t0 = 1
           5  content of a = t0
           6  return g

        f.<locals>.g at line 2; free a
           0  t0 = content of a
           1  return t0
    "#]],
    );
}

#[test]
fn nonlocal_counts() {
    let source = r#"def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    return g
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; locals g n; cells n
           0  make n a cell
           1  t0 = 0
           2  content of n = t0
           3  t3 = n
           4  t3 = tuple(t3)
           5  g = function <f.<locals>.g>, closure t3
           6  return g

        f.<locals>.g at line 3; free n
           0  t0 = content of n
           1  t1 = 1
           2  t0 = t0 += t1
           3  content of n = t0
           4  t0 = content of n
           5  return t0
    "#]],
    );
}

#[test]
fn annotated() {
    let source = r#"def f(a: int, *b: "x") -> str: pass
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t2 = "a"
           1  t3 = global int
           2  t4 = "b"
           3  t5 = "x"
           4  t6 = "return"
           5  t7 = global str
           6  t2 = dict(t2..t7)
           7  t0 = function <f>, annotations t2
           8  global f = t0
           9  t0 = None
          10  return t0

        f at line 1; *args; parameters 1 (0 by position only) + 0 by keyword only; locals a b
           0  nop
           1  t0 = None
           2  return t0
    "#]],
    );
}

#[test]
fn decorated() {
    let source = r#"@a
@b.c(1)
def f(): pass
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = global a
           1  t2 = global b
           2  t2..t3 = method t2.c
           3  t4 = 1
           4  t2 = call t2..t3(t4)
           5  t4 = function <f>
           6  t2 = call t2..t3(t4)
           7  t0 = call t0..t1(t2)
           8  global f = t0
           9  t0 = None
          10  return t0

        f at line 1
           0  nop
           1  t0 = None
           2  return t0
    "#]],
    );
}

#[test]
fn a_lambda_with_defaults() {
    let source = r#"x = lambda a, b=2: a + b
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = (2)
           1  t0 = function <<lambda>>, defaults t0
           2  global x = t0
           3  t0 = None
           4  return t0

        <lambda> at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a + b
           1  return t0
    "#]],
    );
}

#[test]
fn doc_and_no_return() {
    let source = r#"def f():
    "doc"
    pass
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; doc "doc"
           0  nop
           1  t0 = None
           2  return t0
    "#]],
    );
}

#[test]
fn future_annotations_are_text() {
    let source = r#"from __future__ import annotations
def f(a: list[int | None]) -> x.y: pass
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = import __future__ for ("annotations")
           1  t1 = import annotations from t0
           2  global annotations = t1
           3  drop t0
           4  t2 = "a"
           5  t3 = "list[int | None]"
           6  t4 = "return"
           7  t5 = "x.y"
           8  t2 = dict(t2..t5)
           9  t0 = function <f>, annotations t2
          10  global f = t0
          11  t0 = None
          12  return t0

        f at line 2; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  nop
           1  t0 = None
           2  return t0
    "#]],
    );
}
