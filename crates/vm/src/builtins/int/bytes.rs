//! `int.to_bytes` and `int.from_bytes`.

use crate::builtins::list::shared::{class_argument, done};
use crate::builtins::str::args::{again, size, text};
use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::Body;
use crate::keys::Answer;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::sequences::has_index;
use crate::value::Value;
use num_bigint::{BigInt, Sign};

/// True for `'big'`, which is the default.
fn is_big(cx: &mut Cx<'_>, v: Value, method: &str) -> Result<bool, Raise> {
    if !v.is_set() {
        return Ok(true);
    }
    match text(cx, v, &format!("{method}() argument 'byteorder'"))?.as_str() {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(cx.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn is_signed(cx: &mut Cx<'_>, v: Value) -> bool {
    v.is_set() && matches!(crate::operators::truth(cx, v), Answer::Known(true))
}

pub(super) fn to_bytes(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if has_index(cx, f.args[1]) {
        return again(cx, f);
    }
    let length = if f.args[1].is_set() { size(cx, f.args[1])? } else { 1 };
    let (big, signed) = (is_big(cx, f.args[2], "to_bytes")?, is_signed(cx, f.args[3]));
    let Ok(length) = usize::try_from(length) else {
        return Err(cx.value_error("length argument must be non-negative"));
    };
    let value = cx.as_int(f.args[0]).expect("a method of int").to_big();
    if !signed && value.sign() == Sign::Minus {
        return Err(cx.error(classes::OVERFLOW_ERROR, "can't convert negative int to unsigned"));
    }
    crate::sequences::check_length(cx, length as u64)?;
    let mut bytes = if signed { value.to_signed_bytes_le() } else { value.to_bytes_le().1 };
    if value.sign() == Sign::NoSign {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(cx.error(classes::OVERFLOW_ERROR, "int too big to convert"));
    }
    bytes.resize(length, if value.sign() == Sign::Minus { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    done(cx.new_bytes(&bytes))
}

pub(super) fn from_bytes(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::INT)?;
    let (big, signed) = (is_big(cx, f.args[2], "from_bytes")?, is_signed(cx, f.args[3]));
    let mut bytes = match cx.body(f.args[1]) {
        Some(Body::Bytes(b)) => b.to_vec(),
        Some(Body::ByteArray(b)) => b.clone(),
        _ => match byte_items(cx, f.args[1])? {
            Some(bytes) => bytes,
            None => {
                let args = f.args[..4].iter().map(|v| v.or(Value::NONE)).collect::<Vec<_>>();
                return Ok(cx.tail("int_from_iterable", &args));
            }
        },
    };
    if big {
        bytes.reverse();
    }
    let value = if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    let v = cx.new_int(value);
    match class {
        classes::INT => done(v),
        _ => Ok(Step::Tail(f.args[0], [v].into_iter().collect())),
    }
}

/// The bytes that a list or tuple of ints spells; `None` if something has to be asked.
fn byte_items(cx: &mut Cx<'_>, v: Value) -> Result<Option<Vec<u8>>, Raise> {
    let Some(items) = cx.sequence(v).map(<[Value]>::to_vec) else {
        let iterable = cx.find_special(v, crate::names::ITER).is_some() && cx.as_str(v).is_none();
        if iterable || cx.find_special(v, crate::names::BYTES).is_some() {
            return Ok(None);
        }
        let name = cx.type_name(v);
        return Err(cx.type_error(format!("cannot convert '{name}' object to bytes")));
    };
    let mut bytes = Vec::with_capacity(items.len());
    for item in items {
        match cx.as_int(item) {
            Some(Int::Small(i)) if (0..256).contains(&i) => bytes.push(i as u8),
            Some(_) => return Err(cx.value_error("bytes must be in range(0, 256)")),
            None => return Ok(None),
        }
    }
    Ok(Some(bytes))
}
