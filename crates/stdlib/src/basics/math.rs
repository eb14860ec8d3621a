//! The module `math`, as far as its functions are exact: those whose last digit depends on the host's library are refused
//! by name (Modules/mathmodule.c).

use super::floats;
use num_bigint::BigInt;
use vm::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Cx, Int, ModuleDef, Ref, Value};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "math",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
    code: crate::support::python!("math"),
    package: false,
};

const FUNCTIONS: &[Def] = &[
    def("sqrt", "x, /", sqrt).costing(30),
    def("fabs", "x, /", fabs),
    def("isqrt", "n, /", isqrt),
    def("isnan", "x, /", is_nan),
    def("isinf", "x, /", is_infinite),
    def("isfinite", "x, /", is_finite),
    def("copysign", "x, y, /", copysign),
    def("_floor", "x, /", floor),
    def("_ceil", "x, /", ceil),
    def("_trunc", "x, /", trunc),
    def("fmod", "x, y, /", floats::fmod),
    def("remainder", "x, y, /", floats::remainder),
    def("modf", "x, /", floats::modf),
    def("frexp", "x, /", floats::frexp),
    def("ldexp", "x, i, /", floats::ldexp),
    def("ulp", "x, /", floats::ulp),
    def("nextafter", "x, y, /", floats::nextafter),
    def("_fsum", "items, /", floats::fsum),
];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    for (name, x) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        cx.dict_set_str(dict, name, Value::float(x));
    }
    crate::gaps::fill(cx, dict);
}

/// A real number.
///
/// # Errors
/// TypeError for anything else, OverflowError for an int too large.
pub(super) fn real(cx: &mut Cx<'_>, v: Value) -> Result<f64, Raise> {
    if let Some(x) = cx.as_float(v) {
        return Ok(x);
    }
    match cx.as_int(v) {
        Some(Int::Small(i)) => Ok(i as f64),
        Some(Int::Big(b)) => match text::float_from_str(&b.to_string()) {
            Ok(x) if x.is_finite() => Ok(x),
            _ => Err(cx.error(classes::OVERFLOW_ERROR, "int too large to convert to float")),
        },
        None => {
            let got = cx.type_name(v);
            Err(cx.type_error(format!("must be real number, not {got}")))
        }
    }
}

fn sqrt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = real(cx, f.args[0])?;
    if x < 0.0 {
        return Err(cx.value_error("math domain error"));
    }
    // IEEE 754 prescribes every digit of a square root: it is the same on every host.
    Ok(Step::Return(Value::float(x.sqrt())))
}

fn fabs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::float(real(cx, f.args[0])?.abs())))
}

fn isqrt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let n = match cx.as_int(f.args[0]) {
        Some(n) => n.to_big(),
        None => {
            let got = cx.type_name(f.args[0]);
            return Err(cx.type_error(format!("'{got}' object cannot be interpreted as an integer")));
        }
    };
    if n < BigInt::from(0) {
        return Err(cx.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(Step::Return(cx.new_int(n.sqrt())))
}

fn is_nan(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(real(cx, f.args[0])?.is_nan())))
}

fn is_infinite(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(real(cx, f.args[0])?.is_infinite())))
}

fn is_finite(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::bool(real(cx, f.args[0])?.is_finite())))
}

fn copysign(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (x, y) = (real(cx, f.args[0])?, real(cx, f.args[1])?);
    Ok(Step::Return(Value::float(x.copysign(y))))
}

/// A whole float as an int.
fn whole(cx: &mut Cx<'_>, v: Value, round: fn(f64) -> f64) -> NativeResult {
    match cx.as_int(v) {
        Some(Int::Small(i)) => return Ok(Step::Return(Value::int(i))),
        Some(Int::Big(b)) => return Ok(Step::Return(cx.new_int((*b).clone()))),
        None => {}
    }
    let x = round(real(cx, v)?);
    let int = cx.vm.builtin("int");
    Ok(Step::Tail(int, vm::native::Args::from_slice(&[Value::float(x)])))
}

fn floor(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, f.args[0], f64::floor)
}

fn ceil(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, f.args[0], f64::ceil)
}

fn trunc(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    whole(cx, f.args[0], f64::trunc)
}
