//! Last step: jumps to jumps are shortened, and what is not reached any more is left out.

use super::label::{ends_path, target_mut};
use super::Built;
use bytecode::{Handler, Instr, Target};

/// Tidies finished code.
pub(super) fn tidy(built: &mut Built) {
    thread_jumps(&mut built.instrs);
    let mut kept = reached(&mut built.instrs, &built.handlers);
    drop_idle_jumps(&built.instrs, &mut kept);
    let mut place: Vec<Target> = Vec::with_capacity(kept.len() + 1);
    let mut next = 0;
    for kept in &kept {
        place.push(next);
        next += Target::from(*kept);
    }
    place.push(next);
    let moved = |target: &mut Target| *target = place[usize::from(*target)];
    built.instrs.iter_mut().filter_map(target_mut).for_each(moved);
    for entry in &mut built.handlers {
        [&mut entry.start, &mut entry.end, &mut entry.handler].into_iter().for_each(moved);
    }
    built.handlers.retain(|entry| entry.start < entry.end);
    let mut index = kept.iter();
    built.instrs.retain(|_| *index.next().expect("one mark an instruction"));
    let mut index = kept.iter();
    built.ranges.retain(|_| *index.next().expect("one mark an instruction"));
}

/// Lets jumps to a [`Instr::Jump`] go on where that goes.
fn thread_jumps(instrs: &mut [Instr]) {
    for at in 0..instrs.len() {
        let mut instr = instrs[at];
        let Some(to) = target_mut(&mut instr) else { continue };
        while let Some(Instr::Jump { to: next }) = instrs.get(usize::from(*to)) {
            *to = *next;
        }
        instrs[at] = instr;
    }
}

/// Which instructions can be reached.
fn reached(instrs: &mut [Instr], handlers: &[Handler]) -> Vec<bool> {
    // Inner entries stand first, so they are painted last.
    let mut handler = vec![None; instrs.len()];
    for entry in handlers.iter().rev() {
        handler[usize::from(entry.start)..usize::from(entry.end)].fill(Some(usize::from(entry.handler)));
    }
    let mut reached = vec![false; instrs.len()];
    let mut waiting = vec![0];
    while let Some(pc) = waiting.pop() {
        if reached.get(pc).copied().unwrap_or(true) {
            continue;
        }
        reached[pc] = true;
        let instr = &mut instrs[pc];
        if !ends_path(instr) {
            waiting.push(pc + 1);
        }
        waiting.extend(target_mut(instr).map(|to| usize::from(*to)));
        waiting.extend(handler[pc]);
    }
    reached
}

/// Jumps over nothing are left out too.
fn drop_idle_jumps(instrs: &[Instr], kept: &mut [bool]) {
    for pc in (0..instrs.len()).rev() {
        if let Instr::Jump { to } = instrs[pc] {
            kept[pc] &= kept[pc + 1..usize::from(to)].contains(&true);
        }
    }
}
