//! How many bytes a trace event takes: all recorded programs' traces together. Prints bytes and events.

#![expect(clippy::print_stdout, reason = "what it has measured is its output")]

use machine::Settings;

fn main() -> Result<(), String> {
    let (mut bytes, mut events) = (0, 0);
    for recorded in proof::recorded_programs(&proof::root())? {
        let mut machine = recorded.machine(Settings::default());
        machine.run_to_end();
        bytes += machine.trace().size() as u64;
        events += machine.trace().events();
    }
    println!("{bytes} {events}");
    Ok(())
}
