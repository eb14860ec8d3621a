//! `print` and the machine's own standard streams.

use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};
use abi::trace::{Event, Stream};
use abi::{Fd, WorldCall};

/// `print`.
pub(super) const FUNCTIONS: &[Def] = &[def("print", "*args, sep=, end=, file=, flush=", print).costing(1_000)];

impl Cx<'_> {
    /// Writes to the machine's standard output or error and tells the trace.
    pub fn write_stream(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        let fd = match stream {
            Stream::Out => Fd(1),
            Stream::Err => Fd(2),
        };
        let now = self.now();
        // The world takes all of it: its standard streams have no other end.
        let _ = self.sys.world(self.budget, WorldCall::Write { fd, bytes: text.as_bytes() });
        let id = self.sys.intern(text);
        let row = self.t.running;
        self.sys.emit(now, Event::Print { row, stream, text: id });
    }

    /// `sys.stdout` or `sys.stderr` as the program has it now.
    pub fn sys_stream(&mut self, name: Ref) -> Option<Value> {
        let modules = self.vm.modules;
        let sys = self.dict_get_str(modules, "sys")?.as_ref()?;
        let dict = self.vm.heap.get(sys).dict?;
        self.dict_get_name(dict, name)
    }

    /// Which of the machine's own streams a file object is.
    pub fn native_stream(&self, file: Value) -> Option<Stream> {
        let object = self.object(file)?;
        let class = *self.vm.library_classes.get("_io.TextIOWrapper")?;
        match &object.body {
            Body::Fields(fields) if object.class == class => match fields[0].view() {
                crate::value::View::Int(1) => Some(Stream::Out),
                crate::value::View::Int(2) => Some(Stream::Err),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Where print goes: `None` for the machine's own stdout.
fn target(cx: &mut Cx<'_>, file: Value) -> Option<Stream> {
    match file.some() {
        Some(file) => cx.native_stream(file),
        None => match cx.sys_stream(names::STDOUT) {
            Some(out) => cx.native_stream(out),
            None => Some(Stream::Out),
        },
    }
}

fn print(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let [sep, end, file, flush] = [f.args[0], f.args[1], f.args[2], f.args[3]];
    let args = f.args[4];
    for (v, name) in [(sep, "sep"), (end, "end")] {
        if v.some().is_some() && cx.as_str(v).is_none() {
            let got = cx.type_name(v);
            return Err(cx.type_error(format!("{name} must be None or a string, not {got}")));
        }
    }
    if let Some(stream) = target(cx, file) {
        let sep = part(cx, sep, " ");
        let mut text = String::new();
        let items = cx.sequence(args).map(<[Value]>::to_vec).unwrap_or_default();
        let mut plain = true;
        for (i, v) in items.into_iter().enumerate() {
            if i > 0 {
                text += &sep;
            }
            match crate::format::plain_str(cx, v) {
                Some(shown) => text += &shown,
                None => {
                    plain = false;
                    break;
                }
            }
        }
        if plain {
            text += &part(cx, end, "\n");
            cx.write_stream(stream, &text);
            return Ok(Step::Return(Value::NONE));
        }
    }
    let none = Value::NONE;
    Ok(cx.tail("print_", &[args, sep.or(none), end.or(none), file.or(none), flush.or(Value::FALSE)]))
}

fn part(cx: &Cx<'_>, v: Value, default: &str) -> String {
    v.some().and_then(|v| cx.as_str(v)).map_or_else(|| default.to_string(), |s| s.as_str().to_string())
}

/// `sys.stdout`; `NotImplemented` before `sys` is imported: the machine's own.
pub(super) fn current_stdout(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.sys_stream(names::STDOUT).unwrap_or(Value::NOT_IMPLEMENTED)))
}

/// Writes to the machine's own stdout.
pub(super) fn write_stdout(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = cx.as_str(f.args[0]).map_or_else(String::new, |s| s.as_str().to_string());
    cx.write_stream(Stream::Out, &text);
    Ok(Step::Return(Value::NONE))
}

/// Writes to stderr: the program's, if it has replaced it.
pub(super) fn write_stderr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = f.args[0];
    let mut stream = Stream::Err;
    if let Some(err) = cx.sys_stream(names::STDERR) {
        match cx.native_stream(err) {
            Some(own) => stream = own,
            None => {
                let write = cx.vm.prelude("write_to");
                return Ok(Step::Tail(write, crate::native::Args::from_slice(&[err, text])));
            }
        }
    }
    let text = cx.as_str(text).map_or_else(String::new, |s| s.as_str().to_string());
    cx.write_stream(stream, &text);
    Ok(Step::Return(Value::NONE))
}
