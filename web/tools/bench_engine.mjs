// What the engine costs natively, beside CPython where there is one: the difference of a long and a short run, so that
// starting does not count.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './dist.mjs';

const RUNS = 5;
const SHORT = 10_000;

/** A program, how much more the long run does, and what one unit of that is. */
const PROGRAMS = [
  { file: 'loop.py', more: 2_000_000, unit: 'turn of a while loop (five instructions)' },
  { file: 'switch.py', more: 200_000, unit: 'asyncio switch (await asyncio.sleep(0))' },
];

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

/** Rows of a table: what, ours, CPython's in the same run. */
export function engineRows() {
  execFileSync('cargo', ['build', '--quiet', '--release', '--bin', 'simul'], { cwd: ROOT, stdio: 'inherit' });
  const simul = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'release/simul');
  const python = spawnSync('python3', ['--version'], { encoding: 'utf8' });
  const folder = mkdtempSync(join(tmpdir(), 'simul-bench-'));
  const rows = PROGRAMS.map((program) => {
    const ours = unit(simul, ['run'], folder, program).toFixed(0);
    const theirs = python.status === 0 ? `${unit('python3', [], folder, program).toFixed(0)} ns` : 'no python3';
    return `| ${program.unit} | ${ours} ns | ${theirs} |`;
  });
  rmSync(folder, { recursive: true });
  return { python: python.status === 0 ? python.stdout.trim() : 'CPython', rows };
}
