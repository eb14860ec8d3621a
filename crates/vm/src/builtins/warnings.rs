//! Where a warning is said to come from.

use crate::cx::Cx;
use crate::fiber::Activation;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::traceback::source_line;
use crate::value::Value;

/// The intrinsics of this file.
pub(super) const INTRINSICS: &[Def] = &[def("program_place", "skip, /", program_place)];

/// `(file name, line, source line or None, globals)` of the program's frame that stands `skip` frames of the program
/// above the innermost one; `None` if no frame of the program is left.
fn program_place(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let skip = cx.as_i64(f.args[0]).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let frames = cx.t.fiber.stack.iter().rev().filter_map(|activation| match activation {
        Activation::Python(frame) if frame.loaded.file != u16::MAX => Some(frame),
        _ => None,
    });
    let Some((loaded, line, globals)) = frames.map(|f| (f.loaded.clone(), f.line(), f.globals)).nth(skip) else {
        return Ok(Step::Return(Value::NONE));
    };
    let source = source_line(cx, loaded.file, line).map(str::to_string);
    let source = source.map_or(Value::NONE, |text| cx.new_str(&text));
    let file = cx.new_str(&loaded.code.filename);
    Ok(Step::Return(cx.new_tuple(&[file, Value::int(i64::from(line)), source, globals.into()])))
}
