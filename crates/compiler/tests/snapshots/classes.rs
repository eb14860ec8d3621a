use super::{check, check_function};
use expect_test::expect;

#[test]
fn plain() {
    let source = r#"class A(B, metaclass=M):
    x: int = 1
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = __build_class__
           1  t2 = function <A>
           2  t3 = "A"
           3  t4 = global B
           4  t5 = global M
           5  t0 = call t0..t1(t2..t5) with ("metaclass")
           6  global A = t0
           7  t0 = None
           8  return t0

        A at line 1; class body
           0  t0 = name __name__
           1  name __module__ = t0
           2  t0 = "A"
           3  name __qualname__ = t0
           4  set up __annotations__
           5  t0 = 1
           6  name x = t0
           7  t0 = name int
           8  t1 = name __annotations__
           9  t2 = "x"
          10  t1[t2] = t0
          11  t0 = None
          12  return t0
    "#]],
    );
}

#[test]
fn super_needs_the_class() {
    let source = r#"class A:
    def m(self): return super().m()
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = __build_class__
           1  t2 = function <A>
           2  t3 = "A"
           3  t0 = call t0..t1(t2..t3)
           4  global A = t0
           5  t0 = None
           6  return t0

        A at line 1; class body; locals __class__; cells __class__
           0  make __class__ a cell
           1  t0 = name __name__
           2  name __module__ = t0
           3  t0 = "A"
           4  name __qualname__ = t0
           5  t3 = __class__
           6  t3 = tuple(t3)
           7  t0 = function <A.m>, closure t3
           8  name m = t0
           9  t0 = __class__
          10  t1 = copy of t0
          11  name __classcell__ = t1
          12  return t0

        A.m at line 2; parameters 1 (0 by position only) + 0 by keyword only; locals self; free __class__
           0  t0 = global super
           1  t0 = call t0..t1()
           2  t0..t1 = method t0.m
           3  t0 = call t0..t1()
           4  return t0
    "#]],
    );
}

#[test]
fn private_names() {
    let source = r#"class A:
    def __m(self, __x): return self.__y(__x)
"#;
    check(
        source,
        expect![[r#"
        <module> at line 1; module
           0  t0 = __build_class__
           1  t2 = function <A>
           2  t3 = "A"
           3  t0 = call t0..t1(t2..t3)
           4  global A = t0
           5  t0 = None
           6  return t0

        A at line 1; class body
           0  t0 = name __name__
           1  name __module__ = t0
           2  t0 = "A"
           3  name __qualname__ = t0
           4  t0 = function <A.__m>
           5  name _A__m = t0
           6  t0 = None
           7  return t0

        A.__m at line 2; parameters 2 (0 by position only) + 0 by keyword only; locals self _A__x
           0  t0..t1 = method self._A__y
           1  t2 = _A__x
           2  t0 = call t0..t1(t2)
           3  return t0
    "#]],
    );
}

#[test]
fn a_free_variable_in_a_class_body() {
    let source = r#"def f(x):
    class A:
        y = x
    return A
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals x A; cells x
           0  make x a cell
           1  t0 = __build_class__
           2  t5 = x
           3  t5 = tuple(t5)
           4  t2 = function <f.<locals>.A>, closure t5
           5  t3 = "A"
           6  A = call t0..t1(t2..t3)
           7  return A

        f.<locals>.A at line 2; class body; free x
           0  t0 = name __name__
           1  name __module__ = t0
           2  t0 = "f.<locals>.A"
           3  name __qualname__ = t0
           4  t0 = name x or content of x
           5  name y = t0
           6  t0 = None
           7  return t0
    "#]],
    );
}

#[test]
fn a_name_of_class_and_function() {
    let source = r#"def f(x):
    class A:
        x = x
        def m(self): return x
    return A
"#;
    check_function(
        source,
        expect![[r#"
        f at line 1; parameters 1 (0 by position only) + 0 by keyword only; locals x A; cells x
           0  make x a cell
           1  t0 = __build_class__
           2  t5 = x
           3  t5 = tuple(t5)
           4  t2 = function <f.<locals>.A>, closure t5
           5  t3 = "A"
           6  A = call t0..t1(t2..t3)
           7  return A

        f.<locals>.A at line 2; class body; free x
           0  t0 = name __name__
           1  name __module__ = t0
           2  t0 = "f.<locals>.A"
           3  name __qualname__ = t0
           4  t0 = name x
           5  name x = t0
           6  t3 = x
           7  t3 = tuple(t3)
           8  t0 = function <f.<locals>.A.m>, closure t3
           9  name m = t0
          10  t0 = None
          11  return t0

        f.<locals>.A.m at line 4; parameters 1 (0 by position only) + 0 by keyword only; locals self; free x
           0  t0 = content of x
           1  return t0
    "#]],
    );
}
