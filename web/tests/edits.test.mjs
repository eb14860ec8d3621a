// A person changes programs: for the better, for the worse, and for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING, lanes } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);
const [sync, awaited] = ['Sync', 'async/await'].map((lane) => programs.find(({ name }) => name === lane));

test('changes the code and runs it, finds it after a reload, and resets it', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const changed = sync.program.replace('sleep(3)', 'sleep(0.5)').replace('hello', 'good morning');
  await stage.write(sync.name, changed);
  await stage.settled();
  await stage.button('To the end').click();
  await stage.shows(sync.name, [1, 2, 3].flatMap((n) => [
    { t: (n - 1) / 2, s: `good morning ${n}` },
    { t: n / 2, s: `world ${n}` },
  ]));

  await page.reload();
  const again = await Stage.open(page);
  assert.equal(await (await again.edit(sync.name)).inputValue(), changed);
  await again.laneButton('Reset', sync.name).click();
  await again.settled();
  await again.button('To the end').click();
  await again.shows(sync.name, sync.recording.lines);
}));

test('opens a text field: only then the compiler is fetched', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.button('To the end').click();
  await stage.shows(sync.name, sync.recording.lines);
  const compiler = () => page.evaluate(() => {
    const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    return paths.filter((path) => path.includes('compile'));
  });
  assert.deepEqual(await compiler(), []);
  await stage.edit(sync.name);
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('compile_bg')));
  assert.deepEqual(await compiler(), ['/compile.js', '/compile_bg.wasm']);
}));

const UNFETCHED = { meant: /compile_bg|Failed to load resource|Failed to fetch/ };

test('runs a changed program once more when the compiler could not be fetched', () => visit(UNFETCHED, async (page) => {
  const stage = await Stage.open(page);
  await page.route(/compile_bg/, (route) => route.abort());
  await stage.write(sync.name, "print('as typed')\n");
  await stage.lane(sync.name).getByText(/^The compiler could not be fetched/).waitFor();
  const field = stage.lane(sync.name).getByRole('textbox', { name: `Source of ${sync.name}` });
  assert.equal(await field.inputValue(), "print('as typed')\n");
  // The other lanes are not in need of it.
  await stage.button('To the end').click();
  await stage.shows(awaited.name, awaited.recording.lines);

  await page.unroute(/compile_bg/);
  await stage.laneButton('Run', sync.name).click();
  await stage.lane(sync.name).getByText(/^The compiler could not be fetched/).waitFor({ state: 'detached' });
  await stage.settled();
  await stage.button('To the end').click();
  await stage.shows(sync.name, [{ t: 0, s: 'as typed' }]);
}));

test('stops an endless program', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await watchTurns(page);
  await stage.write(sync.name, 'n = 0\nwhile True:\n    n += 1\n');
  await stage.button('Stop').waitFor();
  const before = await stage.turns();
  await page.waitForTimeout(500);
  const given = (await stage.turns()) - before;
  assert.ok(given >= 10, `the future gave the browser ${given} turns in half a second`);

  await stage.button('Stop').click();
  await stage.settled();
  const longest = await longestTurn(page);
  assert.ok(longest < 250, `the page stood still for ${longest} ms`);
  await stage.button('To the end').click();
  await stage.lane(sync.name).getByText(/^Stopped by you/).waitFor();
  // The page goes on as if nothing had been: the other lane still shows its run.
  await stage.shows(awaited.name, awaited.recording.lines);
}));

test('sees a program that fails', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.write(sync.name, "print('before')\n[][1]\n");
  await stage.settled();
  await stage.button('To the end').click();
  const { lines } = await stage.glance(sync.name);
  assert.deepEqual(lines.map(({ s }) => s), [
    'before',
    'Traceback (most recent call last):',
    '  File "sync.py", line 2, in <module>',
    '    [][1]',
    '    ~~^^^',
    'IndexError: list index out of range',
  ]);
}));

test('sees a program that is not Python', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.write(sync.name, 'def greet(:\n    pass\n');
  await stage.settled();
  await stage.button('To the end').click();
  const { lines } = await stage.glance(sync.name);
  assert.deepEqual(lines.map(({ s }) => s), [
    '  File "sync.py", line 1',
    '    def greet(:',
    '              ^',
    'SyntaxError: invalid syntax',
  ]);
}));

/** Watches in the page how long it has to wait for a turn, as a click would have to. */
function watchTurns(page) {
  return page.evaluate(() => {
    globalThis.longestTurn = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      globalThis.longestTurn = Math.max(globalThis.longestTurn, now - last);
      last = now;
      setTimeout(() => port2.postMessage(null));
    };
    port2.postMessage(null);
  });
}

const longestTurn = (page) => page.evaluate(() => globalThis.longestTurn);
