//! The module `time` (Modules/timemodule.c).

use crate::{blocking, clock};
use abi::trace::Why;
use abi::{Instant, Trap, Wakeup};
use vm::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, ModuleDef, Ref, Value};

pub(crate) const MODULE: ModuleDef =
    ModuleDef { name: "time", functions: FUNCTIONS, classes: &[], init: Some(init), code: None, package: false };

const FUNCTIONS: &[Def] = &[
    def("sleep", "seconds, /", sleep).costing(1_000),
    def("monotonic", "", monotonic).costing(40),
    def("monotonic_ns", "", monotonic_ns).costing(40),
    def("perf_counter", "", monotonic).costing(40),
    def("perf_counter_ns", "", monotonic_ns).costing(40),
    def("time", "", time).costing(40),
    def("time_ns", "", time_ns).costing(40),
];

/// Names of CPython's module that are not here.
const MISSING: &[&str] = &[
    "CLOCK_BOOTTIME",
    "CLOCK_MONOTONIC",
    "CLOCK_MONOTONIC_RAW",
    "CLOCK_PROCESS_CPUTIME_ID",
    "CLOCK_REALTIME",
    "CLOCK_TAI",
    "CLOCK_THREAD_CPUTIME_ID",
    "asctime",
    "clock_getres",
    "clock_gettime",
    "clock_gettime_ns",
    "clock_settime",
    "clock_settime_ns",
    "ctime",
    "get_clock_info",
    "gmtime",
    "localtime",
    "mktime",
    "process_time",
    "process_time_ns",
    "pthread_getcpuclockid",
    "strftime",
    "strptime",
    "struct_time",
    "thread_time",
    "thread_time_ns",
    "tzset",
];

fn init(cx: &mut Cx<'_>, dict: Ref) {
    cx.dict_set_str(dict, "timezone", Value::int(0));
    cx.dict_set_str(dict, "altzone", Value::int(0));
    cx.dict_set_str(dict, "daylight", Value::int(0));
    let utc = cx.new_str("UTC");
    let names = cx.new_tuple(&[utc, utc]);
    cx.dict_set_str(dict, "tzname", names);
    crate::missing(cx, dict, MISSING);
}

/// `sleep`: phase 0 begins, 1 has the frame that called it on the fiber, 2 sleeps until `note`.
fn sleep(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (0, _) => {
            let nanos = clock::nanos(cx, f.args[0])?;
            if nanos < 0 {
                return Err(cx.value_error("sleep length must be non-negative"));
            }
            (f.phase, f.note) = (1, nanos);
            Ok(Step::Again)
        }
        (1, _) => {
            let until = clock::read(cx).nanos().saturating_add(f.note as u64);
            (f.phase, f.note) = (2, until.min(i64::MAX as u64) as i64);
            if until <= cx.now().nanos() {
                if !cx.sys.is_wanted(cx.budget) {
                    return Ok(Step::Return(Value::NONE));
                }
                blocking::suspend_thread(cx, Why::Yield);
                return Ok(Step::Trap(Trap::YieldCpu));
            }
            let (until, call) = (Instant::from_nanos(until), cx.sys.intern("time.sleep"));
            blocking::block(cx, Why::Sleep { until, call });
            Ok(Step::Trap(Trap::Sleep { until }))
        }
        // A signal cut it short, and its handler has run: what is left is slept too (PEP 475).
        (_, Resumed::Woken(Wakeup::Interrupted)) if cx.now().nanos() < f.note as u64 => {
            let (until, call) = (Instant::from_nanos(f.note as u64), cx.sys.intern("time.sleep"));
            blocking::block(cx, Why::Sleep { until, call });
            Ok(Step::Trap(Trap::Sleep { until }))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

fn monotonic(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let at = clock::read(cx);
    Ok(Step::Return(Value::float(clock::seconds(clock::monotonic(at)))))
}

fn monotonic_ns(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let at = clock::read(cx);
    Ok(Step::Return(Value::int(clock::monotonic(at) as i64)))
}

fn time(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let at = clock::read(cx);
    Ok(Step::Return(Value::float(clock::seconds(clock::wall(at)))))
}

fn time_ns(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    let at = clock::read(cx);
    Ok(Step::Return(Value::int(clock::wall(at) as i64)))
}
