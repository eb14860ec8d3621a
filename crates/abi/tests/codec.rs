//! The trace's bytes: what goes in comes out, it is small, and damage is an error.

use abi::trace::codec::{columnar, digest, Broken, Decoder, Encoder, Running};
use abi::trace::{Cause, Event, Outcome, Pos, Record, RowKind, Stream, Text, Verdict, Why};
use abi::{CoreId, Duration, Instant, RowId};

/// A small generator (xorshift) with a fixed seed: the same cases on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// Mostly small, at times of any size.
    fn size(&mut self) -> u64 {
        let bits = self.below(64);
        self.below(u64::MAX) >> bits
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    fn row(&mut self) -> RowId {
        RowId(self.size() as u32)
    }

    fn text(&mut self) -> Text {
        Text(self.below(40) as u32)
    }

    fn instant(&mut self, near: Instant) -> Instant {
        match self.below(5) {
            0 => near,
            1 => near + Duration::from_millis(self.below(10_000)),
            2 => near + Duration::from_nanos(self.size() >> 8),
            3 => Instant::from_nanos(self.size()),
            _ => [Instant::ZERO, Instant::FAR][self.below(2) as usize],
        }
    }

    fn pos(&mut self) -> Option<Pos> {
        self.maybe(|d| Pos { file: (d.size() as u16) >> d.below(16), line: d.size() as u32 })
    }

    fn why(&mut self, at: Instant) -> Why {
        match self.below(10) {
            0 => Why::Sleep { until: self.instant(at), call: self.text() },
            1 => Why::Block { call: self.text(), until: self.maybe(|d| d.instant(at)) },
            2 => Why::Idle { until: self.maybe(|d| d.instant(at)) },
            3 => Why::Timer { until: self.instant(at) },
            4 => Why::Join { on: self.row() },
            5 => Why::Future { what: self.text() },
            6 => Why::Yield,
            7 => Why::Gil,
            8 => Why::Preempted,
            _ => Why::Switch { to: self.row() },
        }
    }

    fn kind(&mut self) -> RowKind {
        use RowKind::{Call, Generator, Greenlet, Handle, Task, Thread};
        [Thread, Task, Handle, Greenlet, Generator, Call][self.below(6) as usize]
    }

    fn cause(&mut self) -> Cause {
        let by = self.row();
        let causes = [Cause::Timer, Cause::Row(by), Cause::Cancel(by), Cause::Device, Cause::Signal, Cause::Scheduler];
        causes[self.below(6) as usize]
    }

    fn event(&mut self, at: Instant, row: RowId) -> Event {
        match self.below(10) {
            0 => Event::Spawn {
                row,
                kind: self.kind(),
                carrier: self.maybe(Dice::row),
                parent: self.maybe(Dice::row),
                name: self.text(),
                pos: self.pos(),
            },
            1 => Event::Run { row, core: self.maybe(|d| CoreId(d.below(256) as u8)), pos: self.pos() },
            2 => Event::Suspend { row, why: self.why(at), pos: self.pos() },
            3 => Event::Wake { row, cause: self.cause() },
            4 => {
                let outcomes = [Outcome::Done, Outcome::Failed(self.text()), Outcome::Cancelled];
                Event::End { row, outcome: outcomes[self.below(3) as usize] }
            }
            5 => Event::Rename { row, name: self.text() },
            6 => Event::Print { row, stream: [Stream::Out, Stream::Err][self.below(2) as usize], text: self.text() },
            7 => Event::Uncaught { row, kind: self.text(), message: self.text(), pos: self.pos() },
            8 => {
                let (feature, message) = (self.text(), self.text());
                Event::Refused { row, feature, message, column: self.size() as u32, pos: self.pos() }
            }
            _ => {
                let exit = Verdict::Exit(self.size() as i32);
                let verdicts = [exit, Verdict::Deadlock, Verdict::Limit(self.text()), Verdict::Refused(self.text())];
                Event::Halt { verdict: verdicts[self.below(4) as usize] }
            }
        }
    }

    fn records(&mut self, count: usize) -> Vec<Record> {
        let (mut at, mut row) = (Instant::ZERO, RowId(0));
        let mut records = Vec::new();
        for _ in 0..count {
            at = self.instant(at);
            row = if self.below(3) == 0 { row } else { self.row() };
            records.push(Record { at, event: self.event(at, row) });
        }
        records
    }
}

fn encode(records: &[Record], texts: u32) -> Encoder {
    let mut encoder = Encoder::new();
    (0..texts).for_each(|n| assert_eq!(encoder.intern(&format!("text {n} \u{e9}\n")), Text(n)));
    records.iter().for_each(|record| encoder.append(record));
    encoder
}

#[test]
fn what_goes_in_comes_out() {
    let mut dice = Dice(0x5eed);
    for count in [0, 1, 2, 50, 20_000] {
        let records = dice.records(count);
        let encoder = encode(&records, 40);
        let bytes = encoder.bytes();
        assert_eq!(bytes.len(), encoder.size());
        let mut decoder = Decoder::new(&bytes);
        let back: Result<Vec<Record>, Broken> = decoder.by_ref().collect();
        assert_eq!(back, Ok(records));
        assert_eq!(decoder.strings(), encoder.strings());
        assert_eq!(digest(&bytes), encoder.digest());
    }
}

#[test]
fn strings_are_numbered_in_order_of_first_use_and_stand_before_it() {
    let mut encoder = Encoder::new();
    let rename = |row, name| Record { at: Instant::ZERO, event: Event::Rename { row: RowId(row), name } };
    let (b, a) = (encoder.intern("b"), encoder.intern("a"));
    assert_eq!((b, a, encoder.intern("b")), (Text(0), Text(1), Text(0)));
    encoder.append(&rename(1, b));
    let c = encoder.intern("c");
    encoder.append(&rename(2, c));
    let bytes = encoder.bytes();
    let mut decoder = Decoder::new(&bytes);
    assert_eq!(decoder.next(), Some(Ok(rename(1, b))));
    assert_eq!(decoder.strings().len(), 2);
    assert_eq!(decoder.next(), Some(Ok(rename(2, c))));
    assert_eq!(&*decoder.strings()[2], "c");
    assert_eq!(decoder.next(), None);
}

#[test]
fn clones_go_their_own_ways() {
    let mut dice = Dice(7);
    let records = dice.records(9_000);
    let (head, tail) = records.split_at(4_000);
    let mut one = encode(head, 40);
    let other = one.clone();
    let before = other.bytes();
    tail.iter().for_each(|record| one.append(record));
    assert_eq!(other.bytes(), before);
    assert_eq!(one.bytes(), encode(&records, 40).bytes());
    assert_eq!(one.events(), 9_000);
}

#[test]
fn damage_is_an_error_and_never_a_panic() {
    let mut dice = Dice(99);
    let bytes = encode(&dice.records(300), 3).bytes();
    for _ in 0..5_000 {
        let mut broken = bytes[..dice.below(bytes.len() as u64) as usize].to_vec();
        for _ in 0..dice.below(3) {
            let at = dice.below(broken.len().max(1) as u64) as usize;
            broken.get_mut(at).into_iter().for_each(|byte| *byte = dice.0 as u8);
        }
        let read: Vec<_> = Decoder::new(&broken).collect();
        assert!(read.iter().rev().skip(1).all(Result::is_ok), "reading ends with the first error");
    }
    assert_eq!(Decoder::new(&[14]).next(), Some(Err(Broken)));
    assert_eq!(Decoder::new(&[15, 5, b'a']).next(), Some(Err(Broken)));
}

/// Three tasks that sleep in turns beside a ticker, as a loop's thread records them.
fn a_typical_loop(encoder: &mut Encoder) {
    let thread = RowId(1);
    let pos = |line| Some(Pos { file: 0, line });
    let mut at = Instant::ZERO;
    let mut put = |at: Instant, event| encoder.append(&Record { at, event });
    for turn in 0..2_000_u32 {
        let row = RowId(2 + turn % 4);
        put(
            at,
            Event::Suspend { row: thread, why: Why::Idle { until: Some(at + Duration::from_millis(250)) }, pos: None },
        );
        at += Duration::from_nanos(250_003_000);
        put(at, Event::Wake { row: thread, cause: Cause::Timer });
        put(at, Event::Run { row: thread, core: Some(CoreId(0)), pos: None });
        at += Duration::from_nanos(200);
        put(at, Event::Wake { row, cause: Cause::Timer });
        put(at, Event::Run { row, core: None, pos: pos(11) });
        put(at, Event::Print { row, stream: Stream::Out, text: Text(turn % 100) });
        at += Duration::from_nanos(300);
        let until = at + Duration::from_nanos(1_000_000_000 - u64::from(turn % 3) * 100);
        put(at, Event::Suspend { row, why: Why::Timer { until }, pos: pos(12) });
    }
}

#[test]
fn a_typical_event_takes_few_bytes() {
    let mut encoder = Encoder::new();
    a_typical_loop(&mut encoder);
    let (size, events) = (encoder.size() as u64, encoder.events());
    assert!(size <= 6 * events, "{size} bytes for {events} events");
}

#[test]
fn a_line_an_event() {
    let mut encoder = Encoder::new();
    let (main, sleep, hello) = (encoder.intern("main"), encoder.intern("time.sleep"), encoder.intern("hello\n"));
    let at = Instant::from_nanos(3_000_000_100);
    let row = RowId(2);
    let events = [
        Event::Spawn {
            row,
            kind: RowKind::Task,
            carrier: Some(RowId(1)),
            parent: Some(RowId(1)),
            name: main,
            pos: Some(Pos { file: 0, line: 7 }),
        },
        Event::Run { row, core: Some(CoreId(1)), pos: None },
        Event::Suspend { row, why: Why::Sleep { until: at, call: sleep }, pos: Some(Pos { file: 1, line: 20 }) },
        Event::Suspend { row, why: Why::Block { call: sleep, until: None }, pos: None },
        Event::Wake { row, cause: Cause::Row(RowId(12)) },
        Event::Print { row, stream: Stream::Err, text: hello },
        Event::End { row, outcome: Outcome::Failed(Text(77)) },
        Event::Uncaught { row, kind: main, message: hello, pos: Some(Pos { file: 0, line: 3 }) },
        Event::Refused { row, feature: main, message: hello, column: 5, pos: None },
        Event::Halt { verdict: Verdict::Exit(-2) },
    ];
    let lines: Vec<String> = events.iter().map(|&event| columnar(&Record { at, event }, &encoder)).collect();
    let expected = r#"
    3.000000100 spawn       2  task "main" on 1 by 1 at 0:7
    3.000000100 run         2  core 1
    3.000000100 suspend     2  sleep in "time.sleep" until 3.000000100 at 1:20
    3.000000100 suspend     2  block in "time.sleep"
    3.000000100 wake        2  row 12
    3.000000100 print       2  err "hello\n"
    3.000000100 end         2  failed #77
    3.000000100 uncaught    2  "main" "hello\n" at 0:3
    3.000000100 refused     2  "main" "hello\n" column 5
    3.000000100 halt        -  exit -2"#;
    assert_eq!(format!("\n{}", lines.join("\n")), expected);
    assert_eq!(columnar(&Record { at, event: events[0] }, encoder.strings()), lines[0]);
}

#[test]
fn the_digest_is_fnv_1a() {
    assert_eq!(digest(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(digest(b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(digest(b"foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn the_running_digest_tells_what_is_said_and_not_by_which_number() {
    let mut dice = Dice(0xd1);
    let records = dice.records(2_000);
    let table: Vec<String> = (0..40).map(|n| format!("text {n}")).collect();
    let last = |records: &[Record], table: &[String]| {
        let mut running = Running::default();
        records.iter().map(|record| running.add(record, table)).last().expect("events")
    };
    let whole = last(&records, &table);
    let longer: Vec<String> = table.iter().cloned().chain(["nobody names it".to_owned()]).collect();
    assert_eq!(last(&records, &longer), whole);
    assert_ne!(last(&records[1..], &table), whole);
    assert_ne!(last(&records[..1_999], &table), whole);
    for text in 0..40 {
        let mut other = table.clone();
        other[text].push('!');
        assert_ne!(last(&records, &other), whole, "text {text}");
    }
    assert_eq!(Running::default().value(), 0x4fd0_bfc1, "the same for ever: links carry it");
}
