use super::{check, check_function};
use expect_test::expect;

#[test]
fn list() {
    let source = r#"x = [a for a in b if a]
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = function <<listcomp>>
           1  t2 = global b
           2  t2 = iterator of t2
           3  t0 = call t0..t1(t2)
           4  global x = t0
           5  t0 = None
           6  return t0

        <listcomp> at line 1; parameters 1 (1 by position only) + 0 by keyword only; locals .0 a
           0  t0 = list()
           1  t1 = .0
           2  a = next of t1, or jump to 6
           3  unless a jump to 5
           4  append a to t0
           5  jump back to 2
           6  return t0
    "#]],
    );
}

#[test]
fn nested_dict() {
    let source = r#"x = {a: c for a in b for c in a}
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = function <<dictcomp>>
           1  t2 = global b
           2  t2 = iterator of t2
           3  t0 = call t0..t1(t2)
           4  global x = t0
           5  t0 = None
           6  return t0

        <dictcomp> at line 1; parameters 1 (1 by position only) + 0 by keyword only; locals .0 a c
           0  t0 = dict()
           1  t1 = .0
           2  a = next of t1, or jump to 8
           3  t2 = iterator of a
           4  c = next of t2, or jump to 7
           5  put a: c into t0
           6  jump back to 4
           7  jump back to 2
           8  return t0
    "#]],
    );
}

#[test]
fn set_in_a_function() {
    let source = r#"def f(k): return {a + k for a in k}
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals k; cells k
           0  make k a cell
           1  t3 = k
           2  t3 = tuple(t3)
           3  t0 = function <f.<locals>.<setcomp>>, closure t3
           4  t2 = content of k
           5  t2 = iterator of t2
           6  t0 = call t0..t1(t2)
           7  return t0

        f.<locals>.<setcomp> at line 1; parameters 1 (1 by position only) + 0 by keyword only; locals .0 a; free k
           0  t0 = set()
           1  t1 = .0
           2  a = next of t1, or jump to 7
           3  t2 = content of k
           4  t2 = a + t2
           5  add t2 to t0
           6  jump back to 2
           7  return t0
    "#]],
    );
}

#[test]
fn generator_expression() {
    let source = r#"x = (a for a in b)
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = function <<genexpr>>
           1  t2 = global b
           2  t2 = iterator of t2
           3  t0 = call t0..t1(t2)
           4  global x = t0
           5  t0 = None
           6  return t0

        <genexpr> at line 1; generator; parameters 1 (1 by position only) + 0 by keyword only; locals .0 a
           0  t0 = .0
           1  a = next of t0, or jump to 5
           2  t1 = yield a
           3  drop t1
           4  jump back to 1
           5  t0 = None
           6  return t0
    "#]],
    );
}

#[test]
fn asynchronous() {
    let source = r#"async def f(a): return [await b async for b in a]
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; coroutine; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = function <f.<locals>.<listcomp>>
           1  t2 = async iterator of a
           2  t0 = call t0..t1(t2)
           3  t0 = awaitable t0
           4  t0 = yield from t0
           5  return t0

        f.<locals>.<listcomp> at line 1; coroutine; parameters 1 (1 by position only) + 0 by keyword only; locals .0 b
           0  t0 = list()
           1  t1 = .0
           2  t2 = awaitable next of t1
           3  b = yield from t2
           4  t2 = awaitable b
           5  t2 = yield from t2
           6  append t2 to t0
           7  jump back to 2
           8  if t2 is the end of t1 jump to 9, else raise it again
           9  return t0
          2..4 to 8 as t2, handling 0
    "#]],
    );
}

#[test]
fn walrus_in_a_comprehension() {
    let source = r#"def f(a):
    b = [(y := c) for c in a]
    return y
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a b y; cells y
           0  make y a cell
           1  t3 = y
           2  t3 = tuple(t3)
           3  t0 = function <f.<locals>.<listcomp>>, closure t3
           4  t2 = iterator of a
           5  b = call t0..t1(t2)
           6  t0 = content of y
           7  return t0

        f.<locals>.<listcomp> at line 2; parameters 1 (1 by position only) + 0 by keyword only; locals .0 c; free y
           0  t0 = list()
           1  t1 = .0
           2  c = next of t1, or jump to 8
           3  t2 = c
           4  t3 = copy of t2
           5  content of y = t3
           6  append t2 to t0
           7  jump back to 2
           8  return t0
    "#]],
    );
}
