//! The machine's own standard streams as file objects (Modules/_io/textio.c).

use crate::support::wrong_receiver;
use abi::trace::Stream;
use vm::native::{def, getter, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Cx, LibraryClass, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_io.TextIOWrapper", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    def("write", "self, text, /", write).costing(1_000),
    def("writelines", "self, lines, /", write_lines),
    def("flush", "self, /", nothing),
    def("close", "self, /", close),
    def("fileno", "self, /", fileno),
    def("isatty", "self, /", no),
    def("readable", "self, /", no),
    def("seekable", "self, /", no),
    def("writable", "self, /", yes),
    def("__repr__", "self, /", repr),
    getter("encoding", encoding),
    getter("errors", errors),
    getter("newlines", nothing),
    getter("line_buffering", no),
    getter("closed", no),
    getter("mode", mode),
    getter("name", name),
];

/// Which stream the receiver is.
fn stream(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Stream, Raise> {
    match cx.native_stream(f.args[0]) {
        Some(stream) => Ok(stream),
        None => Err(wrong_receiver(cx, f)),
    }
}

fn write(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let stream = stream(cx, f)?;
    let Some(text) = cx.as_str(f.args[1]) else {
        let got = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("write() argument must be str, not {got}")));
    };
    cx.write_stream(stream, text.as_str());
    Ok(Step::Return(Value::int(text.len() as i64)))
}

fn write_lines(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let stream = stream(cx, f)?;
    let lines = match why {
        Resumed::Start => match cx.plain_items(f.args[1]) {
            Some(lines) => lines,
            None => return Ok(cx.call(vm::classes::LIST.into(), &[f.args[1]])),
        },
        Resumed::Returned(list) => cx.sequence(list).map(<[Value]>::to_vec).unwrap_or_default(),
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("writelines is resumed with {other:?}"),
    };
    for line in lines {
        let Some(text) = cx.as_str(line) else {
            let got = cx.type_name(line);
            return Err(cx.type_error(format!("write() argument must be str, not {got}")));
        };
        cx.write_stream(stream, text.as_str());
    }
    Ok(Step::Return(Value::NONE))
}

fn nothing(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

fn close(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("closing a standard stream", "leave it open"))
}

fn number(stream: Stream) -> i64 {
    match stream {
        Stream::Out => 1,
        Stream::Err => 2,
    }
}

fn fileno(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::int(number(stream(cx, f)?))))
}

fn no(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::FALSE))
}

fn yes(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::TRUE))
}

fn text(cx: &mut Cx<'_>, s: &str) -> NativeResult {
    Ok(Step::Return(cx.intern(s).into()))
}

fn encoding(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    text(cx, "utf-8")
}

fn errors(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match stream(cx, f)? {
        Stream::Out => text(cx, "strict"),
        Stream::Err => text(cx, "backslashreplace"),
    }
}

fn mode(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    text(cx, "w")
}

fn shown_name(stream: Stream) -> &'static str {
    match stream {
        Stream::Out => "<stdout>",
        Stream::Err => "<stderr>",
    }
}

fn name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let stream = stream(cx, f)?;
    text(cx, shown_name(stream))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = shown_name(stream(cx, f)?);
    Ok(Step::Return(cx.new_str(&format!("<_io.TextIOWrapper name='{name}' mode='w' encoding='utf-8'>"))))
}
