use super::{check, check_function};
use expect_test::expect;

#[test]
fn plain() {
    let source = r#"def f(a, b): return a(b, 1)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a
           1  t2 = b
           2  t3 = 1
           3  t0 = call t0..t1(t2..t3)
           4  return t0
    "#]],
    );
}

#[test]
fn method() {
    let source = r#"def f(a, b): return a.m(b).n()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0..t1 = method a.m
           1  t2 = b
           2  t0 = call t0..t1(t2)
           3  t0..t1 = method t0.n
           4  t0 = call t0..t1()
           5  return t0
    "#]],
    );
}

#[test]
fn keywords() {
    let source = r#"def f(a, b): return a(b, x=1, y=b)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a
           1  t2 = b
           2  t3 = 1
           3  t4 = b
           4  t0 = call t0..t1(t2..t4) with ("x", "y")
           5  return t0
    "#]],
    );
}

#[test]
fn starred() {
    let source = r#"def f(a, b, c): return a(1, *b, k=2, **c)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  t0 = a
           1  t2 = 1
           2  t2 = list(t2)
           3  extend t2 by b
           4  t2 = tuple of list t2
           5  t3 = "k"
           6  t4 = 2
           7  t3 = dict(t3..t4)
           8  t4 = c
           9  merge t4 into t3 for t0
          10  t0 = call t0..t1(*t2, **t3)
          11  return t0
    "#]],
    );
}

#[test]
fn one_starred() {
    let source = r#"def f(a, b): return a(*b)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a
           1  t2 = b
           2  t0 = call t0..t1(*t2, **t3)
           3  return t0
    "#]],
    );
}

#[test]
fn merged_keywords() {
    let source = r#"def f(a, b, c): return a(**b, **c)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  t0 = a
           1  t2 = ()
           2  t3 = dict()
           3  t4 = b
           4  merge t4 into t3 for t0
           5  t4 = c
           6  merge t4 into t3 for t0
           7  t0 = call t0..t1(*t2, **t3)
           8  return t0
    "#]],
    );
}

#[test]
fn starred_displays() {
    let source = r#"def f(a, b): return [a, *b], {*a}, {**a, "k": b}, (*a, b)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a
           1  t0 = list(t0)
           2  extend t0 by b
           3  t1 = set()
           4  update set t1 by a
           5  t2 = dict()
           6  update dict t2 by a
           7  t3 = "k"
           8  t4 = b
           9  t3 = dict(t3..t4)
          10  update dict t2 by t3
          11  t3 = list()
          12  extend t3 by a
          13  append b to t3
          14  t3 = tuple of list t3
          15  t0 = tuple(t0..t3)
          16  return t0
    "#]],
    );
}

#[test]
fn imports() {
    let source = r#"import a.b
import c.d as e
from .f import g as h, i
from j import *
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = import a.b for None
           1  global a = t0
           2  t0 = import c.d for None
           3  t1 = import d from t0
           4  drop t0
           5  global e = t1
           6  t0 = import .f for ("g", "i")
           7  t1 = import g from t0
           8  global h = t1
           9  t1 = import i from t0
          10  global i = t1
          11  drop t0
          12  t0 = import j for ("*")
          13  import * from t0
          14  t0 = None
          15  return t0
    "#]],
    );
}

#[test]
fn assertion() {
    let source = r#"def f(a, b): assert a, b
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  if a jump to 5
           1  t0 = AssertionError
           2  t2 = b
           3  t0 = call t0..t1(t2)
           4  raise t0 from nothing
           5  t0 = None
           6  return t0
    "#]],
    );
}
