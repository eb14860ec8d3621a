//! A number that two processes in the same state share: for tests of clones and of going back.

use crate::fiber::Activation;
use crate::process::Process;
use crate::value::Value;
use std::fmt::{Debug, Write};

/// Text as a number (FNV-1a), without keeping the text.
struct Print(u64);

impl Write for Print {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(())
    }
}

impl Print {
    fn add(&mut self, what: impl Debug) {
        write!(self, "{what:?};").expect("a number takes every text");
    }
}

impl Process {
    /// A number made of everything that lives outside the boot image, and of where each thread stands.
    pub(crate) fn state_print(&self) -> u64 {
        let mut print = Print(0xcbf2_9ce4_8422_2325);
        for (r, object) in self.heap.objects() {
            let Some(count) = self.heap.references(r) else { continue };
            print.add((r, count, object.class, object.dict, object.number, object.body.kind()));
            object.body.each(&mut |v: Value| print.add(v.view()));
        }
        for (id, thread) in &self.threads {
            print.add((id, thread.row, thread.running, thread.fiber.stack.len()));
            thread.each(&mut |v| print.add(v.view()));
            for activation in &thread.fiber.stack {
                match activation {
                    Activation::Python(f) => print.add((f.pc, &f.pending, f.covered, f.row)),
                    Activation::Native(n) | Activation::Detached(n) => print.add((n.id, n.phase, n.note)),
                }
            }
        }
        print.0
    }
}
