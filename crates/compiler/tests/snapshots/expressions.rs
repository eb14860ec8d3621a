use super::check_function;
use expect_test::expect;

#[test]
fn locals_are_operands_where_they_stand() {
    let source = r#"def f(a, b): return a + b * -a
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = -a
           1  t0 = b * t0
           2  t0 = a + t0
           3  return t0
    "#]],
    );
}

#[test]
fn a_local_that_may_be_bound_anew_is_copied_first() {
    let source = r#"def f(a): return (a, a + (a := 3))
"#;
    check_function(
        source,
        expect![[r#"
            f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a
               0  t0 = a
               1  t1 = a
               2  a = 3
               3  t1 = t1 + a
               4  t0 = tuple(t0..t1)
               5  return t0
        "#]],
    );
}

#[test]
fn an_unbound_local_is_checked_once() {
    let source = r#"def f(a):
    if a: x = 1
    return x + x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x
           0  unless a jump to 2
           1  x = 1
           2  check that x is bound
           3  t0 = x + x
           4  return t0
    "#]],
    );
}

#[test]
fn operators_keep_the_value_that_decides() {
    let source = r#"def f(a, b, c): return a and b or c
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  unless a jump to 4
           1  t0 = b
           2  if t0 (kept) jump to 5
           3  drop t0
           4  t0 = c
           5  return t0
    "#]],
    );
}

#[test]
fn conditions_jump_without_values() {
    let source = r#"def f(a, b, c):
    if not (a or b) and c: return 1
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  if a jump to 5
           1  if b jump to 5
           2  unless c jump to 5
           3  t0 = 1
           4  return t0
           5  t0 = None
           6  return t0
    "#]],
    );
}

#[test]
fn chained_comparisons_evaluate_the_middle_once() {
    let source = r#"def f(a, b, c): return a < b() < c
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  t1 = b
           1  t1 = call t1..t2()
           2  t2 = copy of t1
           3  t0 = a < t2
           4  unless t0 (kept) jump to 8
           5  drop t0
           6  t0 = t1 < c
           7  jump to 9
           8  drop t1
           9  return t0
    "#]],
    );
}

#[test]
fn a_chained_condition() {
    let source = r#"def f(a, b, c): 
    if a < b() < c: return 1
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c
           0  t0 = b
           1  t0 = call t0..t1()
           2  t1 = copy of t0
           3  t2 = a < t1
           4  unless t2 jump to 8
           5  t0 = t0 < c
           6  unless t0 jump to 12
           7  jump to 10
           8  drop t0
           9  jump to 12
          10  t0 = 1
          11  return t0
          12  t0 = None
          13  return t0
    "#]],
    );
}

#[test]
fn conditional_expressions_write_one_register() {
    let source = r#"def f(a, b, c):
    x = a if b else c
    return x
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 3 (0 by position only) + 0 by keyword only; locals a b c x
           0  unless b jump to 3
           1  x = a
           2  jump to 4
           3  x = c
           4  return x
    "#]],
    );
}

#[test]
fn constants_are_folded() {
    let source = r#"def f(x): return x in {1, 2}, x in [3], (1, -2.5), 60 * 60, "a" "b" + "c"
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals x
           0  t0 = frozenset({1, 2})
           1  t0 = x in t0
           2  t1 = (3)
           3  t1 = x in t1
           4  t2 = (1, -2.5)
           5  t3 = 3600
           6  t4 = "abc"
           7  t0 = tuple(t0..t4)
           8  return t0
    "#]],
    );
}

#[test]
fn f_strings() {
    let source = r#"def f(a, b): return f"{a} is {b!r:>{a}}"
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = format a by nothing
           1  t1 = " is "
           2  t2 = ">"
           3  t3 = format a by nothing
           4  t2 = join(t2..t3)
           5  t2 = format b!r by t2
           6  t0 = join(t0..t2)
           7  return t0
    "#]],
    );
}

#[test]
fn percent_with_a_tuple_is_an_f_string() {
    let source = r#"def f(a, b): return "%s and %5r" % (a, b)
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = format a!s by nothing
           1  t1 = " and "
           2  t2 = ">5"
           3  t2 = format b!r by t2
           4  t0 = join(t0..t2)
           5  return t0
    "#]],
    );
}

#[test]
fn subscripts_and_slices() {
    let source = r#"def f(a, b): return a[b], a[1:b], a[b, ...]
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 2 (0 by position only) + 0 by keyword only; locals a b
           0  t0 = a[b]
           1  t1 = 1
           2  t2 = b
           3  t3 = None
           4  t1 = slice(t1..t3)
           5  t1 = a[t1]
           6  t2 = b
           7  t3 = ...
           8  t2 = tuple(t2..t3)
           9  t2 = a[t2]
          10  t0 = tuple(t0..t2)
          11  return t0
    "#]],
    );
}

#[test]
fn walrus() {
    let source = r#"def f(a):
    if (x := a()) is not None: return x
"#;
    check_function(
        source,
        expect![[r#"
            f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals a x
               0  t0 = a
               1  x = call t0..t1()
               2  t0 = None
               3  t0 = x is not t0
               4  unless t0 jump to 6
               5  return x
               6  t0 = None
               7  return t0
        "#]],
    );
}
