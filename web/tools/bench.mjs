// What the page and the engine cost: bytes to download, time to the first painted lane, nanoseconds a step. Prints a table for ARCHITECTURE.md.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { launch } from './chromium.mjs';
import { ROOT, serveDist } from './dist.mjs';
import { opening, total } from './download.mjs';
import { engineRows, eventRow, memoryRows, paceRows, seekRows } from './bench_engine.mjs';

const RUNS = 5;
/** What the opening scenario may weigh by brotli, in kilobytes. */
const AIM = 500;

/** Milliseconds from the start of navigation to the frame after the one that drew the first lane, in a fresh profile. */
async function firstLane(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  const painted = await page.evaluate(() => new Promise((done) => {
    // The first of the two frames draws the lane, the second proves that it has been drawn.
    const look = () => requestAnimationFrame(() =>
      document.querySelector('[data-lane]') ? requestAnimationFrame(() => done(performance.now())) : look());
    look();
  }));
  await context.close();
  return painted;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** What was measured, or words where this is no git checkout. */
function commit() {
  const git = (...words) => execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git('status', '--porcelain') === '' ? '' : ' with changes';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed}`;
  } catch {
    return 'no commit';
  }
}

async function measurePage() {
  const server = await serveDist();
  const browser = await launch();
  const files = await opening(browser, server.url);
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await firstLane(browser, server.url));
  await browser.close();
  await server.close();
  return { files, times };
}

const { files, times } = await measurePage();

console.log(`\nAt ${commit()}, ${cpus()[0].model}, ${cpus().length} cores\n`);
console.log('| fetched for the opening scenario | raw | brotli |\n|---|---|---|');
for (const { name, raw, brotli } of files) console.log(`| ${name} | ${kilobytes(raw)} | ${kilobytes(brotli)} |`);
const [raw, brotli] = [total(files, 'raw'), total(files, 'brotli')];
console.log(`| all files (the aim is ${AIM} KB by brotli) | ${kilobytes(raw)} | ${kilobytes(brotli)} |\n`);
console.log('| time | figure |\n|---|---|');
const range = `${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)}`;
console.log(`| navigation to first painted lane, median of ${RUNS} | ${median(times).toFixed(0)} ms (${range}) |`);
const engine = engineRows();
console.log(`\n| natively | Simul | ${engine.python} |\n|---|---|---|\n${engine.rows.join('\n')}`);
console.log(`\n| an instruction (arithmetic, a list, a call) | Simul |\n|---|---|\n${(await paceRows()).join('\n')}`);
console.log(`\n| trace | figure |\n|---|---|\n${eventRow()}`);
console.log('\n| suspended | bytes, without its trace | with it |\n|---|---|---|');
console.log(memoryRows().join('\n'));
console.log('\n| going back (five lanes, ten million steps together) | slowest of 100 | middle |\n|---|---|---|');
console.log((await seekRows()).join('\n'));
