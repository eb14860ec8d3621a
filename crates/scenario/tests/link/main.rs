//! Links: what goes in comes out, an address from anybody does no harm, and old ones open for ever.

mod frozen;
mod hostile;
mod round;

use scenario::link::{Changed, Cut, Field, Library, Link, Moment, Programs, Selected, Unknown, View};
use scenario::{Profile, Program, Python, Scenario, Settings};

/// A small generator (xorshift) with a fixed seed: the same cases on every run.
pub struct Dice(pub u64);

impl Dice {
    /// A number less than `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// Mostly small, of any width.
    fn size(&mut self) -> u64 {
        let bits = self.below(64);
        self.below(u64::MAX) >> bits
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    fn many<T>(&mut self, most: u64, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| make(self)).collect()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len() as u64) as usize].clone()
    }

    fn name(&mut self) -> String {
        self.pick(&["a.py", "async/await", "Synchron, nacheinander", "日本語", "x".repeat(200).as_str()]).to_owned()
    }

    fn source(&mut self) -> String {
        let lines = ["import time\n", "    time.sleep(3)\n", "\tprint('größer 😀')\n", "\r\n", "\0", "x = 1", ""];
        (0..self.below(40)).map(|_| self.pick(&lines)).collect()
    }

    fn python(&mut self) -> Python {
        self.pick(&[Python::V310, Python::V311])
    }

    /// A field that no version so far has.
    fn field(&mut self) -> Field {
        Field { tag: 1_000 + self.size() / 2, bytes: self.many(20, |dice| dice.below(256) as u8) }
    }

    fn changed(&mut self, program: &Program) -> Changed {
        let source = match self.below(2) {
            0 => self.source(),
            _ => program.source.replace('3', "0.5") + &self.source(),
        };
        Changed {
            file: program.file.clone(),
            source,
            python: self.maybe(Dice::python),
            unknown: self.many(2, Dice::field),
        }
    }

    fn programs(&mut self, gallery: &[Scenario]) -> Programs {
        if self.below(2) == 0 {
            let scenario = self.pick(gallery);
            let changed = scenario.programs.iter().filter_map(|program| self.maybe(|dice| dice.changed(program)));
            return Programs::Gallery { id: scenario.id.clone(), changed: changed.collect() };
        }
        let program = |dice: &mut Dice| Program {
            name: dice.name(),
            note: dice.maybe(Dice::name).unwrap_or_default(),
            file: dice.name(),
            source: dice.source(),
            python: dice.python(),
        };
        let programs = (0..=self.below(5)).map(|_| program(self)).collect();
        Programs::Own { title: self.name(), lesson: self.name(), programs }
    }

    /// Any link that can be written.
    pub fn link(&mut self, gallery: &[Scenario]) -> Link {
        Link {
            programs: self.programs(gallery),
            settings: self.maybe(|dice| Settings {
                profile: dice.pick(&[Profile::Free, Profile::Python]),
                slow_down: dice.size() as u32 | 1,
            }),
            engine: self.maybe(|_| "0.1.0".to_owned()),
            moment: self.maybe(|dice| Moment {
                at: abi::Instant::from_nanos(dice.size()),
                cuts: dice.many(12, |dice| Cut { events: dice.size(), instructions: dice.size() }),
                digest: dice.maybe(|dice| dice.size() as u32),
            }),
            speed: self.maybe(Dice::size),
            selected: self.maybe(|dice| Selected { lane: dice.below(12) as u32, row: dice.size() as u32 }),
            kept_to: self.maybe(|dice| dice.below(12) as u32),
            view: View { embed: self.below(2) == 0 },
            unknown: Unknown {
                segments: self.many(3, |dice| dice.pick(&["dark", "fold=2", "lanes=1.3", "zoom=0.5-2~x"]).to_owned()),
                fields: self.many(2, Dice::field),
            },
        }
    }
}

/// The gallery alone.
pub fn library(gallery: &[Scenario]) -> Library<'_> {
    Library { scenarios: gallery, earlier: &[] }
}
