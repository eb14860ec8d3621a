//! How much memory a program holds that has suspended many tasks, generators or greenlets: `memory KIND COUNT [traced]`.
//! Prints bytes: what the process has resident, less what the recorded trace takes; with `traced` nothing is taken off, and the
//! trace's events are kept one by one too, as the page keeps them. `cargo xtask bench` makes the difference of two counts.

#![expect(clippy::print_stdout, reason = "what it has measured is its output")]

use machine::{Machine, Program, Settings, Status};

/// Bytes a page of memory.
const PAGE: u64 = 4096;

/// The program that prints a line once all are suspended, and keeps them.
fn program(kind: &str, count: &str) -> Option<String> {
    let text = match kind {
        "task" => {
            "import asyncio\nasync def wait():\n    await asyncio.sleep(1000)\nasync def main():\n    \
             kept = [asyncio.create_task(wait()) for _ in range(COUNT)]\n    await asyncio.sleep(1)\n    print('all')\n    \
             await asyncio.sleep(1)\nasyncio.run(main())\n"
        }
        "generator" => {
            "def wait():\n    yield\nkept = []\nfor _ in range(COUNT):\n    kept.append(wait())\n    \
             next(kept[-1])\nprint('all')\n"
        }
        "greenlet" => {
            "import greenlet\nmain = greenlet.getcurrent()\ndef wait():\n    main.switch()\nkept = []\n\
             for _ in range(COUNT):\n    kept.append(greenlet.greenlet(wait))\n    kept[-1].switch()\nprint('all')\n"
        }
        _ => return None,
    };
    Some(text.replace("COUNT", count))
}

/// What the process has resident, by the kernel's account of it (Linux).
fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    text.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * PAGE)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(kind), Some(count)) = (words.first(), words.get(1)) else { panic!("memory KIND COUNT [traced]") };
    let traced = words.get(2).is_some_and(|word| word == "traced");
    let source = program(kind, count).expect("task, generator or greenlet");
    let program = Program { name: "program.py".into(), source };
    let settings = Settings::default();
    let mut machine = Machine::new(&program, &front::compile(&program, settings.version), &settings);
    let mut kept = Vec::new();
    loop {
        let status = machine.run(1_000);
        let records = machine.take_records();
        if traced {
            kept.extend(records);
        }
        if !machine.record().lines.is_empty() {
            break;
        }
        assert_eq!(status, Status::Paused, "it ends without a word: {:?}", machine.record().refused);
    }
    let trace = if traced { 0 } else { machine.trace().size() as u64 };
    match resident() {
        Some(bytes) => println!("{}", bytes.saturating_sub(trace)),
        None => println!("not measured"),
    }
}
