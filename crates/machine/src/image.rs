//! From a compiled program to a process that is about to run it.

use crate::{Program, Settings};
use abi::{RowId, ThreadId};
use bytecode::{Compiled, Mistake};
use std::cell::RefCell;
use std::rc::Rc;
use vm::{Process, RefusedImport, Registry};

thread_local! {
    /// Processes with nothing but the language in them, by version: the boot image that every machine's process
    /// starts as a clone of. A cache: what is in it is the same whenever it is made.
    static IMAGES: RefCell<Vec<(vm::Settings, Process)>> = const { RefCell::new(Vec::new()) };
}

fn image(settings: &vm::Settings) -> Process {
    IMAGES.with_borrow_mut(|images| {
        if let Some((_, image)) = images.iter().find(|(s, _)| s == settings) {
            return image.clone();
        }
        let registry = Registry::new(stdlib::modules()).priced(stdlib::PRICES).dated(stdlib::DATED);
        let image = Process::boot(Rc::new(registry), settings.clone());
        images.push((settings.clone(), image.clone()));
        image
    })
}

/// A process whose main thread is about to run the program.
///
/// # Errors
/// An import that the program certainly reaches is not supported.
pub(crate) fn boot(
    program: &Program,
    compiled: &Compiled,
    settings: &Settings,
    thread: ThreadId,
    row: RowId,
) -> Result<Process, Mistake> {
    assert_eq!(compiled.version, settings.version, "a program is compiled for the Python that runs it");
    let vm_settings = vm::Settings {
        version: settings.version,
        clock_cost: settings.profile.clock_cost(),
        costs: settings.profile.costs().map(|cost| cost.saturating_mul(settings.slow_down)),
        native_cost_factor: if settings.profile == crate::Profile::Python { settings.slow_down } else { 0 },
        overlays: settings.overlays,
    };
    let mut process = image(&vm_settings);
    if let Some(RefusedImport { feature, message, line, column }) =
        process.refused_import(&program.name, &compiled.code)
    {
        return Err(Mistake::Refused { feature, message, line, column });
    }
    process.start_program(&program.name, &program.source, compiled.code.clone(), thread, row);
    Ok(process)
}
