//! Descriptors and pipes as POSIX has them, from outside.

use abi::{Effects, Errno, Fd, Key, ProcessId, WorldCall, WorldReply};
use world::{Output, World};

const ONE: ProcessId = ProcessId(1);
const TWO: ProcessId = ProcessId(2);

fn world() -> World {
    let mut world = World::new();
    world.start(ONE);
    world
}

/// The answer and the keys that became ready.
fn ask(world: &mut World, process: ProcessId, call: WorldCall<'_>) -> (Result<WorldReply, Errno>, Vec<Key>) {
    let (reply, Effects { ready, timers }) = world.call(process, call);
    assert_eq!(timers, []);
    (reply, ready)
}

fn pipe(world: &mut World) -> (Fd, Fd) {
    match ask(world, ONE, WorldCall::Pipe) {
        (Ok(WorldReply::Pair(read, write)), ready) if ready.is_empty() => (read, write),
        other => panic!("not a pipe: {other:?}"),
    }
}

fn key(world: &mut World, fd: Fd) -> Key {
    match ask(world, ONE, WorldCall::ReadKey { fd }).0 {
        Ok(WorldReply::Key(key)) => key,
        other => panic!("not a key: {other:?}"),
    }
}

fn read(world: &mut World, process: ProcessId, fd: Fd) -> Result<Vec<u8>, Errno> {
    match ask(world, process, WorldCall::Read { fd, max: 4 }).0 {
        Ok(WorldReply::Bytes(bytes)) => Ok(bytes),
        Ok(other) => panic!("not bytes: {other:?}"),
        Err(error) => Err(error),
    }
}

fn write(world: &mut World, process: ProcessId, fd: Fd, bytes: &[u8]) -> (Result<WorldReply, Errno>, Vec<Key>) {
    ask(world, process, WorldCall::Write { fd, bytes })
}

fn close(world: &mut World, process: ProcessId, fd: Fd) -> (Result<WorldReply, Errno>, Vec<Key>) {
    ask(world, process, WorldCall::Close { fd })
}

#[test]
fn standard_streams() {
    let mut world = world();
    assert_eq!(read(&mut world, ONE, Fd(0)), Ok(vec![]));
    assert_eq!(write(&mut world, ONE, Fd(1), b"out"), (Ok(WorldReply::Count(3)), vec![]));
    assert_eq!(write(&mut world, ONE, Fd(2), b"err"), (Ok(WorldReply::Count(3)), vec![]));
    assert_eq!(write(&mut world, ONE, Fd(0), b"x").0, Err(Errno::BadFd));
    assert_eq!(read(&mut world, ONE, Fd(1)), Err(Errno::BadFd));
    assert_eq!(write(&mut world, ONE, Fd(3), b"x").0, Err(Errno::BadFd));
    assert_eq!(world.exit(ONE), Effects::default());
    assert_eq!(world.take_output(ONE), Output { out: b"out".to_vec(), err: b"err".to_vec() });
    assert_eq!(world.take_output(ONE), Output::default());
    assert_eq!(write(&mut world, ONE, Fd(1), b"x").0, Err(Errno::BadFd));
}

#[test]
fn standard_input_is_ready_at_once() {
    let mut world = world();
    let (reply, ready) = ask(&mut world, ONE, WorldCall::ReadKey { fd: Fd(0) });
    let Ok(WorldReply::Key(key)) = reply else { panic!("not a key: {reply:?}") };
    assert_eq!(ready, [key]);
}

#[test]
fn a_pipe_becomes_ready_once_until_it_is_empty_again() {
    let mut world = world();
    let (r, w) = pipe(&mut world);
    let k = key(&mut world, r);
    assert_eq!(read(&mut world, ONE, r), Err(Errno::Again));
    assert_eq!(write(&mut world, ONE, w, b""), (Ok(WorldReply::Count(0)), vec![]));
    assert_eq!(write(&mut world, ONE, w, b"abc").1, [k]);
    assert_eq!(write(&mut world, ONE, w, b"def").1, []);
    assert_eq!(ask(&mut world, ONE, WorldCall::ReadKey { fd: r }), (Ok(WorldReply::Key(k)), vec![k]));
    assert_eq!(read(&mut world, ONE, r), Ok(b"abcd".to_vec()));
    assert_eq!(read(&mut world, ONE, r), Ok(b"ef".to_vec()));
    assert_eq!(read(&mut world, ONE, r), Err(Errno::Again));
    assert_eq!(write(&mut world, ONE, w, b"g").1, [k]);
    assert_eq!(write(&mut world, ONE, r, b"g").0, Err(Errno::BadFd));
    assert_eq!(read(&mut world, ONE, w), Err(Errno::BadFd));
}

#[test]
fn the_last_writer_ends_the_stream_and_the_last_reader_breaks_it() {
    let mut world = world();
    let (r, w) = pipe(&mut world);
    let k = key(&mut world, r);
    assert_eq!(ask(&mut world, ONE, WorldCall::Fork { child: TWO }), (Ok(WorldReply::Unit), vec![]));
    assert_eq!(close(&mut world, ONE, w), (Ok(WorldReply::Unit), vec![]));
    assert_eq!(read(&mut world, ONE, r), Err(Errno::Again));
    assert_eq!(write(&mut world, TWO, w, b"hi").1, [k]);
    assert_eq!(read(&mut world, ONE, r), Ok(b"hi".to_vec()));
    assert_eq!(world.exit(TWO).ready, [k]);
    assert_eq!(read(&mut world, ONE, r), Ok(vec![]));

    let (r, w) = pipe(&mut world);
    assert_eq!(close(&mut world, ONE, r).1, []);
    assert_eq!(write(&mut world, ONE, w, b"x").0, Err(Errno::BrokenPipe));
    assert_eq!(close(&mut world, ONE, w), (Ok(WorldReply::Unit), vec![]));
    assert_eq!(close(&mut world, ONE, w).0, Err(Errno::BadFd));
}

#[test]
fn descriptors_take_the_lowest_free_number_and_pipes_keep_apart() {
    let mut world = world();
    let first = pipe(&mut world);
    let second = pipe(&mut world);
    assert_eq!((first, second), ((Fd(3), Fd(4)), (Fd(5), Fd(6))));
    assert_ne!(key(&mut world, first.0), key(&mut world, second.0));
    assert_eq!(close(&mut world, ONE, Fd(4)).0, Ok(WorldReply::Unit));
    assert_eq!(close(&mut world, ONE, Fd(0)).0, Ok(WorldReply::Unit));
    assert_eq!(pipe(&mut world), (Fd(0), Fd(4)));
}

#[test]
fn a_forked_process_writes_to_streams_of_its_own_and_clones_are_apart() {
    let mut world = world();
    assert_eq!(ask(&mut world, ONE, WorldCall::Fork { child: TWO }).0, Ok(WorldReply::Unit));
    let mut copy = world.clone();
    assert_eq!(write(&mut copy, TWO, Fd(1), b"child").0, Ok(WorldReply::Count(5)));
    assert_eq!(copy.take_output(ONE), Output::default());
    assert_eq!(copy.take_output(TWO).out, b"child");
    assert_eq!(world.take_output(TWO), Output::default());
}
