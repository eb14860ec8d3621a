//! A host for tests: it records, it has pipes and one slow device, and it cuts runs into slices.

use crate::script::{Op, Scripted};
use abi::trace::codec::{columnar, Encoder};
use abi::trace::{Event, Record, Text};
use abi::{Duration, Effects, Errno, Fd, Instant, Key, Pack, ProcessId, RowId, Signal, WorldCall, WorldReply};
use kernel::{Config, Guests, Host, Kernel, Status};
use std::collections::BTreeMap;

/// Writing to it makes it readable 20 ms later, for one read.
pub const DEVICE: Fd = Fd(9);
const DEVICE_KEY: Key = Key(9);

/// Pipes are the same in all processes: descriptor 3 reads what 4 gets, 5 what 6 gets.
#[derive(Clone, Default)]
pub struct Stage {
    pub records: Vec<Record>,
    encoder: Encoder,
    rows: u32,
    pipes: BTreeMap<Fd, Vec<u8>>,
    device_due: Option<Instant>,
}

impl Stage {
    fn readable(&self, fd: Fd, now: Instant) -> bool {
        match fd {
            DEVICE => self.device_due.is_some_and(|due| due <= now),
            fd => self.pipes.get(&fd).is_some_and(|bytes| !bytes.is_empty()),
        }
    }

    fn write(&mut self, fd: Fd, bytes: &[u8], now: Instant, effects: &mut Effects) -> WorldReply {
        if fd == DEVICE {
            let due = now + Duration::from_millis(20);
            self.device_due = Some(due);
            effects.timers.push((due, DEVICE_KEY));
        } else {
            let end = Fd(fd.0 - 1);
            effects.ready.extend((!self.readable(end, now)).then_some(Key(end.0.into())));
            self.pipes.entry(end).or_default().extend_from_slice(bytes);
        }
        WorldReply::Count(bytes.len())
    }

    fn read(&mut self, fd: Fd, now: Instant) -> Result<WorldReply, Errno> {
        if !self.readable(fd, now) {
            return Err(Errno::Again);
        }
        let ticked = (fd == DEVICE).then(|| self.device_due.take()).map(|_| b"tick".to_vec());
        Ok(WorldReply::Bytes(ticked.or_else(|| self.pipes.remove(&fd)).unwrap_or_default()))
    }
}

impl Host for Stage {
    fn emit(&mut self, at: Instant, event: Event) {
        self.records.push(Record { at, event });
        self.encoder.append(&Record { at, event });
    }

    fn intern(&mut self, text: &str) -> Text {
        self.encoder.intern(text)
    }

    fn new_row(&mut self) -> RowId {
        self.rows += 1;
        RowId(self.rows)
    }

    fn world(&mut self, _: ProcessId, now: Instant, call: WorldCall<'_>) -> (Result<WorldReply, Errno>, Effects) {
        let mut effects = Effects::default();
        let reply = match call {
            WorldCall::Write { fd, bytes } => Ok(self.write(fd, bytes, now, &mut effects)),
            WorldCall::Read { fd, .. } => self.read(fd, now),
            WorldCall::ReadKey { fd } => {
                let key = Key(fd.0.into());
                effects.ready.extend(self.readable(fd, now).then_some(key));
                Ok(WorldReply::Key(key))
            }
            WorldCall::Fork { .. } => Ok(WorldReply::Unit),
            WorldCall::Pipe | WorldCall::Close { .. } => Err(Errno::NotSupported),
        };
        (reply, effects)
    }

    fn exit(&mut self, _: ProcessId) -> Effects {
        Effects::default()
    }
}

/// How a run is cut.
#[derive(Clone, Copy, Debug)]
pub enum Cut {
    Never,
    Every(u32),
    /// By this seed.
    Random(u64),
    /// Every so often, and all is replaced by its clone in between.
    Cloned(u32),
}

/// A run that is over.
pub struct Played {
    pub stage: Stage,
    pub kernel: Kernel,
    pub status: Status,
    pub needed: Vec<Pack>,
}

impl Played {
    /// The trace as people read it, and the verdict.
    pub fn text(&self) -> String {
        let lines = self.stage.records.iter().map(|record| columnar(record, &self.stage.encoder) + "\n");
        format!("{}{:?} at {}\n", lines.collect::<String>(), self.status, self.kernel.now())
    }

    /// The trace as bytes, and the verdict.
    pub fn bytes(&self) -> (Vec<u8>, String) {
        (self.stage.encoder.bytes(), format!("{:?} {} {:?}", self.status, self.kernel.now(), self.kernel.cpu_time()))
    }

    /// The string of a number.
    pub fn string(&self, text: Text) -> &str {
        self.stage.encoder.string(text).unwrap_or_default()
    }
}

/// Plays scripts to their end. Signals come at milliseconds.
pub fn play(config: Config, scripts: &[Vec<Op>], signals: &[(u64, u8)], cut: Cut) -> Played {
    let mut player = Player::new(config, scripts);
    signals.iter().for_each(|&(ms, signal)| player.signal_at(ms, signal));
    player.play(cut)
}

/// A run that has not begun, or is in the midst.
#[derive(Clone)]
pub struct Player {
    stage: Stage,
    kernel: Kernel,
    guests: Guests,
    needed: Vec<Pack>,
}

impl Player {
    /// A machine whose first process runs these scripts.
    pub fn new(config: Config, scripts: &[Vec<Op>]) -> Self {
        let (mut kernel, mut stage, mut guests) = (Kernel::new(config), Stage::default(), Guests::new());
        let (process, main, row) = kernel.start(&mut stage, "process 1");
        guests.insert(process, Box::new(Scripted::new(scripts.into(), main, row)));
        Player { stage, kernel, guests, needed: Vec::new() }
    }

    /// A signal to the first process.
    pub fn signal_at(&mut self, ms: u64, signal: u8) {
        self.kernel.signal_at(Instant::ZERO + Duration::from_millis(ms), ProcessId(1), Signal(signal));
    }

    /// One slice.
    pub fn run(&mut self, mut fuel: u32) -> Status {
        self.kernel.run(&mut self.guests, &mut self.stage, &mut fuel)
    }

    /// To the end.
    pub fn play(mut self, cut: Cut) -> Played {
        let mut seed = 0;
        loop {
            let fuel = match cut {
                Cut::Never => u32::MAX,
                Cut::Every(fuel) | Cut::Cloned(fuel) => fuel,
                Cut::Random(start) => {
                    seed = (seed ^ start).wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
                    (seed >> 33) as u32 % 50
                }
            };
            match self.run(fuel) {
                Status::Paused => {}
                Status::Need(pack) => self.needed.push(pack),
                status => return Played { stage: self.stage, kernel: self.kernel, status, needed: self.needed },
            }
            if let Cut::Cloned(_) = cut {
                self = self.clone();
            }
        }
    }
}
