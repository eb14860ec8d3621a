//! One instruction to one function.

use super::{arith, attr, build, call, control, except, import, name, with, Exec, Flow};
use crate::cx::Cx;
use crate::frame::Frame;
use crate::value::Value;
use bytecode::Instr;

/// Executes one instruction.
#[inline(always)]
pub(crate) fn dispatch(cx: &mut Cx<'_>, f: &mut Frame, instr: Instr) -> Exec {
    match instr {
        Instr::Nop => Ok(Flow::Next),
        Instr::Const { dst, k } => {
            let v = f.loaded.consts[k as usize];
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        Instr::Move { dst, src } => {
            let v = cx.take(f, src);
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        Instr::Copy { dst, src } => {
            let v = f.peek(src);
            cx.set(f, dst, v);
            Ok(Flow::Next)
        }
        Instr::Drop { reg } => {
            cx.clear(f, reg);
            Ok(Flow::Next)
        }
        Instr::CheckBound { reg } => name::check_bound(cx, f, reg),
        Instr::DelLocal { reg } => name::delete_local(cx, f, reg),
        Instr::LoadGlobal { dst, name } => name::load_global(cx, f, dst, name),
        Instr::StoreGlobal { name, src } => name::store_global(cx, f, name, src),
        Instr::DelGlobal { name } => name::delete_global(cx, f, name),
        Instr::LoadName { dst, name } => name::load_name(cx, f, dst, name),
        Instr::StoreName { name, src } => name::store_name(cx, f, name, src),
        Instr::DelName { name } => name::delete_name(cx, f, name),
        Instr::LoadClassDeref { dst, name, cell } => name::load_class_deref(cx, f, dst, name, cell),
        Instr::MakeCell { reg } => name::make_cell(cx, f, reg),
        Instr::LoadDeref { dst, cell } => name::load_deref(cx, f, dst, cell),
        Instr::StoreDeref { cell, src } => name::store_deref(cx, f, cell, src),
        Instr::DelDeref { cell } => name::delete_deref(cx, f, cell),
        Instr::LoadAttr { dst, obj, name } => attr::load(cx, f, dst, obj, name),
        Instr::LoadMethod { dst, obj, name } => attr::load_method(cx, f, dst, obj, name),
        Instr::StoreAttr { obj, name, src } => attr::store(cx, f, obj, name, src),
        Instr::DelAttr { obj, name } => attr::delete(cx, f, obj, name),
        Instr::Subscript { dst, obj, key } => attr::subscript(cx, f, dst, obj, key),
        Instr::StoreSubscript { obj, key, src } => attr::store_subscript(cx, f, obj, key, src),
        Instr::DelSubscript { obj, key } => attr::delete_subscript(cx, f, obj, key),
        Instr::BuildSlice { dst, base } => build::slice(cx, f, dst, base),
        Instr::Binary { op, dst, a, b } => arith::binary(cx, f, op, dst, a, b),
        Instr::Inplace { op, dst, a, b } => arith::inplace(cx, f, op, dst, a, b),
        Instr::Compare { op, dst, a, b } => arith::compare(cx, f, op, dst, a, b),
        Instr::Unary { op, dst, a } => arith::unary(cx, f, op, dst, a),
        Instr::Jump { to } => {
            f.pc = to as usize;
            Ok(Flow::Next)
        }
        Instr::JumpBack { to } => {
            f.pc = to as usize;
            cx.t.breaker = true;
            Ok(Flow::Next)
        }
        Instr::JumpIf { cond, to } => control::jump(cx, f, cond, to, true, false),
        Instr::JumpIfNot { cond, to } => control::jump(cx, f, cond, to, false, false),
        Instr::JumpIfPeek { cond, to } => control::jump(cx, f, cond, to, true, true),
        Instr::JumpIfNotPeek { cond, to } => control::jump(cx, f, cond, to, false, true),
        Instr::Call { argc, dst, base } => call::call(cx, f, dst, base, argc, Value::UNSET),
        Instr::CallKw { argc, dst, base, names } => {
            let names = f.loaded.consts[names as usize];
            call::call(cx, f, dst, base, argc, names)
        }
        Instr::CallEx { dst, base } => call::call_ex(cx, f, dst, base),
        Instr::BuildTuple { dst, base, count } => build::tuple(cx, f, dst, base, count),
        Instr::BuildList { dst, base, count } => build::list(cx, f, dst, base, count),
        Instr::BuildSet { dst, base, count } => build::set(cx, f, dst, base, count),
        Instr::BuildDict { dst, base, count } => build::dict(cx, f, dst, base, count),
        Instr::ListAppend { list, src } => build::list_append(cx, f, list, src),
        Instr::SetAdd { set, src } => build::set_add(cx, f, set, src),
        Instr::DictSet { dict, key, src } => build::dict_set(cx, f, dict, key, src),
        Instr::ListExtend { list, src } => build::list_extend(cx, f, list, src),
        Instr::SetUpdate { set, src } => build::set_update(cx, f, set, src),
        Instr::DictUpdate { dict, src } => build::dict_update(cx, f, dict, src),
        Instr::DictMerge { dict, src, func } => build::dict_merge(cx, f, dict, src, func),
        Instr::ListToTuple { dst, src } => build::list_to_tuple(cx, f, dst, src),
        Instr::FormatValue { conversion, dst, src, spec } => build::format_value(cx, f, conversion, dst, src, spec),
        Instr::BuildString { dst, base, count } => build::string(cx, f, dst, base, count),
        Instr::Unpack { base, src, count } => control::unpack(cx, f, base, src, count),
        Instr::UnpackEx { before, base, src, after } => control::unpack_ex(cx, f, before, base, src, after),
        Instr::GetIter { dst, src } => control::get_iter(cx, f, dst, src),
        Instr::ForIter { dst, iter, to } => control::for_iter(cx, f, dst, iter, to),
        Instr::MakeFunction { flags, dst, code, base } => build::function(cx, f, flags, dst, code, base),
        Instr::LoadCommon { which, dst } => name::load_common(cx, f, which, dst),
        Instr::Return { src } => {
            let v = cx.take(f, src);
            Ok(Flow::Return(v))
        }
        Instr::Yield { dst, src } => control::yield_value(cx, f, dst, src),
        Instr::GetYieldFromIter { dst, src } => control::yield_from_iter(cx, f, dst, src),
        Instr::GetAwaitable { dst, src } => control::awaitable(cx, f, dst, src),
        Instr::YieldFrom { dst, iter } => control::yield_from(cx, f, dst, iter),
        Instr::GetAIter { dst, src } => control::async_iter(cx, f, dst, src),
        Instr::GetANext { dst, iter } => control::async_next(cx, f, dst, iter),
        Instr::EndAsyncFor { exc, iter, to } => control::end_async_for(cx, f, exc, iter, to),
        Instr::WithEnter { base, src } => with::enter(cx, f, base, src),
        Instr::AsyncWithEnter { base, src } => with::async_enter(cx, f, base, src),
        Instr::WithExit { dst, exit, exc } => with::exit(cx, f, dst, exit, exc, "with_exit"),
        Instr::AsyncWithExit { dst, exit, exc } => with::exit(cx, f, dst, exit, exc, "async_with_exit"),
        Instr::Raise { exc, cause } => except::raise(cx, f, exc, cause),
        Instr::Reraise { exc } => {
            let e = cx.take(f, exc);
            Ok(Flow::Reraise(e))
        }
        Instr::PopExc => except::pop(cx, f),
        Instr::MatchExc { dst, exc, types } => except::matches(cx, f, dst, exc, types),
        Instr::Import { level, dst, name, fromlist } => import::import(cx, f, level, dst, name, fromlist),
        Instr::ImportFrom { dst, module, name } => import::from(cx, f, dst, module, name),
        Instr::ImportStar { module } => import::star(cx, f, module),
        Instr::SetupAnnotations => name::setup_annotations(cx, f),
    }
}
