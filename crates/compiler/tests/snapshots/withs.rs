use super::check_function;
use expect_test::expect;

#[test]
fn with_as() {
    let source = r#"def f(a):
    with a() as b: b.c()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a
           1  t0 = call t0..t1()
           2  t0..t1 = enter t0
           3  b = t1
           4  t1..t2 = method b.c
           5  t1 = call t1..t2()
           6  drop t1
           7  t1 = exit t0 with nothing
           8  drop t1
           9  jump to 15
          10  t2 = exit t0 with t1
          11  if t2 jump to 13
          12  raise t1 again
          13  drop t1
          14  exception is handled
          15  t0 = None
          16  return t0
          3..7 to 10 as t1, handling 0
    "#]],
    );
}

#[test]
fn return_out_of_with() {
    let source = r#"def f(a):
    with a: return a.b()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0..t1 = enter a
           1  drop t1
           2  t1..t2 = method a.b
           3  t1 = call t1..t2()
           4  t2 = exit t0 with nothing
           5  drop t2
           6  return t1
           7  t2 = exit t0 with t1
           8  if t2 jump to 10
           9  raise t1 again
          10  drop t1
          11  exception is handled
          12  t0 = None
          13  return t0
          1..4 to 7 as t1, handling 0
    "#]],
    );
}

#[test]
fn two_items() {
    let source = r#"def f(a, b):
    with a as x, b: x()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b x
           0  t0..t1 = enter a
           1  x = t1
           2  t1..t2 = enter b
           3  drop t2
           4  t2 = x
           5  t2 = call t2..t3()
           6  drop t2
           7  t2 = exit t1 with nothing
           8  drop t2
           9  jump to 15
          10  t3 = exit t1 with t2
          11  if t3 jump to 13
          12  raise t2 again
          13  drop t2
          14  exception is handled
          15  t1 = exit t0 with nothing
          16  drop t1
          17  jump to 23
          18  t2 = exit t0 with t1
          19  if t2 jump to 21
          20  raise t1 again
          21  drop t1
          22  exception is handled
          23  t0 = None
          24  return t0
          3..7 to 10 as t2, handling 0
          1..15 to 18 as t1, handling 0
    "#]],
    );
}

#[test]
fn async_with() {
    let source = r#"async def f(a):
    async with a as b: b()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; coroutine; parameters 1 (0 by position only) + 0 by keyword only; locals a b
           0  t0..t1 = async enter a
           1  t1 = yield from t1
           2  b = t1
           3  t1 = b
           4  t1 = call t1..t2()
           5  drop t1
           6  t1 = async exit t0 with nothing
           7  t1 = yield from t1
           8  drop t1
           9  jump to 16
          10  t2 = async exit t0 with t1
          11  t2 = yield from t2
          12  if t2 jump to 14
          13  raise t1 again
          14  drop t1
          15  exception is handled
          16  t0 = None
          17  return t0
          2..6 to 10 as t1, handling 0
    "#]],
    );
}
