use super::check_function;
use expect_test::expect;

#[test]
fn while_with_break_and_else() {
    let source = r#"def f(a):
    while a():
        if a: break
        a.b
    else:
        return 1
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = a
           1  t0 = call t0..t1()
           2  unless t0 jump to 8
           3  unless a jump to 5
           4  jump to 10
           5  t0 = a.b
           6  drop t0
           7  jump back to 0
           8  t0 = 1
           9  return t0
          10  t0 = None
          11  return t0
    "#]],
    );
}

#[test]
fn for_with_continue() {
    let source = r#"def f(a):
    for x in a:
        if x: continue
        x()
    return x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  t0 = iterator of a
           1  x = next of t0, or jump to 8
           2  unless x jump to 4
           3  jump back to 1
           4  t1 = x
           5  t1 = call t1..t2()
           6  drop t1
           7  jump back to 1
           8  check that x is bound
           9  return x
    "#]],
    );
}

#[test]
fn for_unpacks() {
    let source = r#"def f(a):
    for k, v in a: k(v)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a k v
           0  t0 = iterator of a
           1  t1 = next of t0, or jump to 10
           2  t2..t3 = items of t1
           3  k = t2
           4  v = t3
           5  t1 = k
           6  t3 = v
           7  t1 = call t1..t2(t3)
           8  drop t1
           9  jump back to 1
          10  t0 = None
          11  return t0
    "#]],
    );
}

#[test]
fn return_lets_the_iterator_go() {
    let source = r#"def f(a):
    for x in a:
        return x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  t0 = iterator of a
           1  x = next of t0, or jump to 4
           2  drop t0
           3  return x
           4  t0 = None
           5  return t0
    "#]],
    );
}

#[test]
fn endless() {
    let source = r#"def f(a):
    while True: a()
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
           0  t0 = a
           1  t0 = call t0..t1()
           2  drop t0
           3  jump back to 0
    "#]],
    );
}

#[test]
fn del_in_a_loop() {
    let source = r#"def f(a):
    x = 1
    for y in a:
        x()
        del x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x y
           0  x = 1
           1  t0 = iterator of a
           2  y = next of t0, or jump to 9
           3  check that x is bound
           4  t1 = x
           5  t1 = call t1..t2()
           6  drop t1
           7  delete x
           8  jump back to 2
           9  t0 = None
          10  return t0
    "#]],
    );
}
