use super::{check, check_function};
use expect_test::expect;

#[test]
fn one_value_for_several_targets() {
    let source = r#"def f(a):
    x = y = a()
    return x, y
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x y
           0  t0 = a
           1  t0 = call t0..t1()
           2  t1 = copy of t0
           3  x = t1
           4  y = t0
           5  t0 = x
           6  t1 = y
           7  t0 = tuple(t0..t1)
           8  return t0
    "#]],
    );
}

#[test]
fn swapping_makes_no_tuple() {
    let source = r#"def f(a, b):
    a, b = b, a
    return a, b
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = b
           1  t1 = a
           2  b = t1
           3  a = t0
           4  t0 = a
           5  t1 = b
           6  t0 = tuple(t0..t1)
           7  return t0
    "#]],
    );
}

#[test]
fn unpacking() {
    let source = r#"def f(a):
    (x, *y), a.z = a
    return x, y
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x y
           0  t0..t1 = items of a
           1  t2..t3 = items of t0, 1 and 0 around the rest
           2  x = t2
           3  y = t3
           4  a.z = t1
           5  t0 = x
           6  t1 = y
           7  t0 = tuple(t0..t1)
           8  return t0
    "#]],
    );
}

#[test]
fn value_before_target() {
    let source = r#"def f(a, b): a[b()].c = b
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = b
           1  t0 = call t0..t1()
           2  t0 = a[t0]
           3  t0.c = b
           4  t0 = None
           5  return t0
    "#]],
    );
}

#[test]
fn augmented_name() {
    let source = r#"def f(a, b):
    a += b
    return a
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  a = a += b
           1  return a
    "#]],
    );
}

#[test]
fn augmented_attribute_and_subscript() {
    let source = r#"def f(a, b):
    a.x.y += b
    a[b()] -= 1
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a.x
           1  t1 = copy of t0
           2  t1 = t1.y
           3  t1 = t1 += b
           4  t0.y = t1
           5  t0 = b
           6  t0 = call t0..t1()
           7  t1 = copy of t0
           8  t2 = a[t1]
           9  t3 = 1
          10  t2 = t2 -= t3
          11  a[t0] = t2
          12  t0 = None
          13  return t0
    "#]],
    );
}

#[test]
fn augmented_global_and_cell() {
    let source = r#"def f():
    global g
    g += 1
    x = 0
    def h():
        nonlocal x
        x += 1
    return h
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; locals h x; cells x
           0  make x a cell
           1  t0 = global g
           2  t1 = 1
           3  t0 = t0 += t1
           4  global g = t0
           5  t0 = 0
           6  content of x = t0
           7  t3 = x
           8  t3 = tuple(t3)
           9  h = function <f.<locals>.h>, closure t3
          10  return h

        f.<locals>.h at line 5; free x
           0  t0 = content of x
           1  t1 = 1
           2  t0 = t0 += t1
           3  content of x = t0
           4  t0 = None
           5  return t0
    "#]],
    );
}

#[test]
fn del_of_everything() {
    let source = r#"def f(a, b):
    del a.x, b[0], a
    return b, a
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  delete a.x
           1  t0 = 0
           2  delete b[t0]
           3  delete a
           4  t0 = b
           5  check that a is bound
           6  t1 = a
           7  t0 = tuple(t0..t1)
           8  return t0
    "#]],
    );
}

#[test]
fn annotations_of_a_module() {
    let source = r#"x: int = 1
y: str
z.a: t = 2
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  set up __annotations__
           1  t0 = 1
           2  global x = t0
           3  t0 = global int
           4  t1 = global __annotations__
           5  t2 = "x"
           6  t1[t2] = t0
           7  t0 = global str
           8  t1 = global __annotations__
           9  t2 = "y"
          10  t1[t2] = t0
          11  t0 = 2
          12  t1 = global z
          13  t1.a = t0
          14  t0 = global t
          15  drop t0
          16  t0 = None
          17  return t0
    "#]],
    );
}

#[test]
fn docstring_of_a_module() {
    let source = r#""text"
x = 1
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module; doc "text"
           0  t0 = "text"
           1  global __doc__ = t0
           2  t0 = 1
           3  global x = t0
           4  t0 = None
           5  return t0
    "#]],
    );
}
