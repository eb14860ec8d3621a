use super::check_function;
use expect_test::expect;

#[test]
fn except_and_else() {
    let source = r#"def f(a, E):
    try: a()
    except E: return 1
    else: return 2
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a E
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  t0 = 2
           4  return t0
           5  t1 = t0 matches E
           6  unless t1 jump to 11
           7  drop t0
           8  exception is handled
           9  t0 = 1
          10  return t0
          11  raise t0 again
          0..3 to 5 as t0, handling 0
    "#]],
    );
}

#[test]
fn named_exception_is_forgotten() {
    let source = r#"def f(a, E):
    try: a()
    except E as e: a(e)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a E e
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  jump to 21
           4  t1 = t0 matches E
           5  unless t1 jump to 20
           6  e = t0
           7  t0 = a
           8  t2 = e
           9  t0 = call t0..t1(t2)
          10  drop t0
          11  exception is handled
          12  t0 = None
          13  e = t0
          14  delete e
          15  jump to 21
          16  t1 = None
          17  e = t1
          18  delete e
          19  raise t0 again
          20  raise t0 again
          21  t0 = None
          22  return t0
          0..3 to 4 as t0, handling 0
          7..11 to 16 as t0, handling 1
    "#]],
    );
}

#[test]
fn finally_is_written_for_every_way_out() {
    let source = r#"def f(a):
    for x in a:
        try:
            if x: return x()
            if a: break
        finally: a.b()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  t0 = iterator of a
           1  x = next of t0, or jump to 25
           2  unless x jump to 10
           3  t1 = x
           4  t1 = call t1..t2()
           5  t2..t3 = method a.b
           6  t2 = call t2..t3()
           7  drop t2
           8  drop t0
           9  return t1
          10  unless a jump to 16
          11  t1..t2 = method a.b
          12  t1 = call t1..t2()
          13  drop t1
          14  drop t0
          15  jump to 25
          16  t1..t2 = method a.b
          17  t1 = call t1..t2()
          18  drop t1
          19  jump to 24
          20  t2..t3 = method a.b
          21  t2 = call t2..t3()
          22  drop t2
          23  raise t1 again
          24  jump back to 1
          25  t0 = None
          26  return t0
          2..5 to 20 as t1, handling 0
          10.., handling 0
    "#]],
    );
}

#[test]
fn return_in_finally() {
    let source = r#"def f(a):
    try: return a
    finally: return 2
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = a
           1  drop t0
           2  t1 = 2
           3  return t1
           4  drop t0
           5  exception is handled
           6  t1 = 2
           7  return t1
          0..1 to 4 as t0, handling 0
    "#]],
    );
}

#[test]
fn raise_from() {
    let source = r#"def f(a, b):
    raise a from b
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  raise a from b
    "#]],
    );
}

#[test]
fn raise_again() {
    let source = r#"def f(a):
    try: a()
    except: raise
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  jump to 6
           4  drop t0
           5  raise nothing from nothing
           6  t0 = None
           7  return t0
          0..3 to 4 as t0, handling 0
    "#]],
    );
}

#[test]
fn try_in_a_handler() {
    let source = r#"def f(a, E):
    try: a()
    except E:
        try: a.b()
        except: pass
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a E
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  jump to 17
           4  t1 = t0 matches E
           5  unless t1 jump to 16
           6  drop t0
           7  t0..t1 = method a.b
           8  t0 = call t0..t1()
           9  drop t0
          10  jump to 14
          11  drop t0
          12  nop
          13  exception is handled
          14  exception is handled
          15  jump to 17
          16  raise t0 again
          17  t0 = None
          18  return t0
          0..3 to 4 as t0, handling 0
          7..10 to 11 as t0, handling 1
    "#]],
    );
}

#[test]
fn a_named_exception_is_returned() {
    let source = r#"def f(a, E):
    try: a()
    except E as e: return e
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a E e
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  jump to 18
           4  t1 = t0 matches E
           5  unless t1 jump to 17
           6  e = t0
           7  t0 = e
           8  exception is handled
           9  t1 = None
          10  e = t1
          11  delete e
          12  return t0
          13  t1 = None
          14  e = t1
          15  delete e
          16  raise t0 again
          17  raise t0 again
          18  t0 = None
          19  return t0
          0..3 to 4 as t0, handling 0
          7..8 to 13 as t0, handling 1
    "#]],
    );
}
