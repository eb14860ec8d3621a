// What the engine costs natively, beside CPython where there is one: the difference of a long and a short run, so that
// starting does not count.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './dist.mjs';

const RUNS = 5;
const SHORT = 10_000;

/** A program, how much more the long run does, and what one unit of that is. */
const PROGRAMS = [
  { file: 'loop.py', more: 2_000_000, unit: 'turn of a while loop (five instructions)' },
  { file: 'switch.py', more: 200_000, unit: 'asyncio switch (await asyncio.sleep(0))' },
  { file: 'greenlet_switch.py', more: 200_000, unit: 'greenlet switch' },
  { file: 'gevent_sleep.py', more: 50_000, unit: 'gevent.sleep(0)' },
  { file: 'hand_over.py', more: 50_000, unit: 'hand-over between two threads (two locks)' },
];

/** What is suspended, to be weighed. */
const KINDS = ['task', 'generator', 'greenlet'];
const FEW = 10_000;
const MANY = 100_000;

/** Ways back in time: milliseconds of so many, the slowest and the middle one. */
const WAYS = 100;

/** How often `pace` runs a piece of its loop, and how many steps a piece has. */
const PIECES = 20;
const STEPS_A_PIECE = 1_000_000;

const NOT_MEASURED = 'not measured';

/** The Python beside us: with greenlet and gevent installed, if their rows are wanted. */
function findPython() {
  const ours = join(ROOT, '.tools/bench/bin/python');
  return process.env.BENCH_PYTHON ?? (existsSync(ours) ? ours : 'python3');
}

const milliseconds = (command, args) => {
  const before = performance.now();
  execFileSync(command, args, { stdio: 'ignore' });
  return performance.now() - before;
};

/** Nanoseconds a unit: the best of several pairs of runs, one after the other. */
function unit(command, args, folder, { file, more }) {
  const text = readFileSync(join(ROOT, 'web/tools/bench', file), 'utf8');
  const program = (size) => {
    const path = join(folder, `${size}-${file}`);
    writeFileSync(path, text.replaceAll('SIZE', String(size)));
    return path;
  };
  const [short, long] = [program(SHORT), program(SHORT + more)];
  const once = () => milliseconds(command, [...args, long]) - milliseconds(command, [...args, short]);
  return Math.min(...Array.from({ length: RUNS }, once)) * 1e6 / more;
}

/** Words for a figure, or that there is none: what is run lacks a package or does not support the program. */
function attempt(measure) {
  try {
    return measure();
  } catch {
    return NOT_MEASURED;
  }
}

const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

function build(...words) {
  execFileSync('cargo', ['build', '--quiet', '--release', '--package', 'cli', ...words], { cwd: ROOT, stdio: 'inherit' });
}

/** Rows of a table: what, ours, CPython's in the same run. */
export function engineRows() {
  build('--bin', 'simul');
  const simul = join(target, 'release/simul');
  const command = findPython();
  const python = spawnSync(command, ['--version'], { encoding: 'utf8' });
  const folder = mkdtempSync(join(tmpdir(), 'simul-bench-'));
  const rows = PROGRAMS.map((program) => {
    const of = (what, args) => attempt(() => `${unit(what, args, folder, program).toFixed(0)} ns`);
    return `| ${program.unit} | ${of(simul, ['run'])} | ${of(command, [])} |`;
  });
  rmSync(folder, { recursive: true });
  return { python: python.status === 0 ? python.stdout.trim() : 'CPython', rows };
}

/** Rows: bytes a suspended task, generator or greenlet, without its trace and with it. */
export function memoryRows() {
  build('--example', 'memory');
  const measure = (...words) => Number(execFileSync(join(target, 'release/examples/memory'), words, { stdio: 'pipe' }));
  const one = (kind, ...words) => attempt(() => {
    const bytes = (measure(kind, String(MANY), ...words) - measure(kind, String(FEW), ...words)) / (MANY - FEW);
    return Number.isNaN(bytes) ? NOT_MEASURED : `${bytes.toFixed(0)} B`;
  });
  return KINDS.map((kind) => `| ${kind} | ${one(kind)} | ${one(kind, 'traced')} |`);
}

const slowestAndMiddle = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return `${sorted.at(-1).toFixed(0)} ms | ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms`;
};

/** A wasm example of the command line, as a function that does its next piece of work; its first piece is done. */
async function wasmExample(name) {
  build('--example', name, '--target', 'wasm32-unknown-unknown');
  const wasm = readFileSync(join(target, `wasm32-unknown-unknown/release/examples/${name}.wasm`));
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const call = () => {
    const before = performance.now();
    instance.exports.main(0, 0);
    return performance.now() - before;
  };
  call();
  return call;
}

/** Rows: nanoseconds an instruction, natively and in WebAssembly, the best of several pieces. */
export async function paceRows() {
  build('--example', 'pace');
  const native = execFileSync(join(target, 'release/examples/pace'), [String(PIECES)], { encoding: 'utf8' });
  const call = await wasmExample('pace');
  const best = (times) => Math.min(...times).toFixed(1);
  return [
    `| natively | ${best(native.trim().split('\n').map(Number))} ns |`,
    `| in WebAssembly (Node) | ${best(Array.from({ length: PIECES }, () => call() * 1e6 / STEPS_A_PIECE))} ns |`,
  ];
}

/** A row: what an event of the trace takes, over all recorded programs. */
export function eventRow() {
  const words = ['run', '--quiet', '--release', '--package', 'proof', '--example', 'event_bytes'];
  const [bytes, events] = execFileSync('cargo', words, { cwd: ROOT, encoding: 'utf8' }).trim().split(' ').map(Number);
  return `| bytes a trace event, its strings included (${events} events) | ${(bytes / events).toFixed(1)} |`;
}

/** Rows: how long it takes to go back to moments by chance, natively and in WebAssembly. */
export async function seekRows() {
  build('--example', 'seek');
  const native = execFileSync(join(target, 'release/examples/seek'), [String(WAYS)], { encoding: 'utf8' });
  // Its first piece runs the programs, each further one goes to other moments.
  const call = await wasmExample('seek');
  return [
    `| natively | ${slowestAndMiddle(native.trim().split('\n').map(Number))} |`,
    `| in WebAssembly (Node) | ${slowestAndMiddle(Array.from({ length: WAYS }, call))} |`,
  ];
}
