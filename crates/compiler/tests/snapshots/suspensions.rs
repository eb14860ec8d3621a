use super::check_function;
use expect_test::expect;

#[test]
fn generator() {
    let source = r#"def f(a):
    x = yield a
    yield x
    return 1
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; generator; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  x = yield a
           1  t0 = yield x
           2  drop t0
           3  t0 = 1
           4  return t0
    "#]],
    );
}

#[test]
fn yield_from() {
    let source = r#"def f(a): return (yield from a)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; generator; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = delegate a
           1  t0 = yield from t0
           2  return t0
    "#]],
    );
}

#[test]
fn coroutine() {
    let source = r#"async def f(a): return await a.b()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; coroutine; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0..t1 = method a.b
           1  t0 = call t0..t1()
           2  t0 = awaitable t0
           3  t0 = yield from t0
           4  return t0
    "#]],
    );
}

#[test]
fn async_for() {
    let source = r#"async def f(a):
    async for x in a: x()
    else: a()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; coroutine; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  t0 = async iterator of a
           1  t1 = awaitable next of t0
           2  x = yield from t1
           3  t1 = x
           4  t1 = call t1..t2()
           5  drop t1
           6  jump back to 1
           7  if t1 is the end of t0 jump to 8, else raise it again
           8  t0 = a
           9  t0 = call t0..t1()
          10  drop t0
          11  t0 = None
          12  return t0
          1..3 to 7 as t1, handling 0
    "#]],
    );
}

#[test]
fn async_generator() {
    let source = r#"async def f(a):
    async for x in a: yield x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; async generator; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  t0 = async iterator of a
           1  t1 = awaitable next of t0
           2  x = yield from t1
           3  t1 = yield x
           4  drop t1
           5  jump back to 1
           6  if t1 is the end of t0 jump to 7, else raise it again
           7  t0 = None
           8  return t0
          1..3 to 6 as t1, handling 0
    "#]],
    );
}
