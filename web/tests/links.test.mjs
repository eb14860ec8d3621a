// A person shares what they see, and opens what others have shared.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples, frozen } from './frozen.mjs';
import { OPENING, lanes } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);
const [sync] = programs;
const ALLOWED = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Everything that lanes and timeline show, to the last attribute, a line each. */
const everything = (page) => page.evaluate(() => {
  const lines = [];
  const walk = (node) => {
    const attributes = [...(node.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).sort();
    lines.push(`${node.nodeName} ${attributes.join(' ')} ${node.nodeType === Node.TEXT_NODE ? node.data : ''}`);
    node.childNodes.forEach(walk);
  };
  for (const part of ['.stage .lesson', '.lanes', '.timeline']) walk(document.querySelector(part));
  return lines;
});

/** Presses Share, copies the link and returns what the clipboard holds then. */
async function copyLink(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this moment' });
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await dialog.getByText('Copied.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  return page.evaluate(() => navigator.clipboard.readText());
}

const notice = (page, text) => page.locator('.notice').filter({ hasText: text });

test('copies the link and opens it in a new profile', () => visit(ALLOWED, async (page, { fresh, url }) => {
  const stage = await Stage.open(page);
  await stage.drag(1.8);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await page.keyboard.press(',');
  const link = await copyLink(page);
  assert.ok(link.startsWith(`${url}#v1/${OPENING}/at=`), link);
  assert.ok(link.length - url.length < 120, `${link.length} characters`);

  const other = await fresh(link);
  const there = await Stage.open(other);
  assert.equal(await there.moment(), await stage.moment());
  // Where the focus and the pointer are does not travel.
  await page.mouse.move(0, 0);
  assert.deepEqual(await everything(other), await everything(page));
  const speed = (where) => where.getByRole('slider', { name: 'Speed' }).inputValue();
  assert.equal(await speed(other), await speed(page));
}));

test('shares an edited program, which is read before it runs', () => visit(ALLOWED, async (page, { fresh }) => {
  const stage = await Stage.open(page);
  const changed = sync.program.replace('sleep(3)', 'sleep(0.5)').replace('hello', 'good morning');
  await stage.write(sync.name, changed);
  await stage.settled();
  await stage.button('To the end').click();
  const link = await copyLink(page);

  const other = await fresh(link);
  const there = await Stage.open(other);
  await there.lane(sync.name).getByText('Not run yet').waitFor();
  await there.lane(sync.name).getByText('good morning').waitFor();
  assert.deepEqual((await there.glance(sync.name)).lines, []);
  await other.getByRole('button', { name: 'Run the programs' }).click();
  await there.settled();
  assert.equal((await there.glance(sync.name)).lines.length, 6);
  assert.deepEqual(await everything(other), await everything(page));
}));

test('copies without the permission to', () => visit({ prepare: refuseClipboard }, async (page) => {
  await Stage.open(page);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Share this moment' });
  await dialog.getByRole('button', { name: 'Copy code' }).click();
  await dialog.getByText('press Ctrl+C').waitFor();
  const selected = await page.evaluate(() => {
    const field = document.activeElement;
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.match(selected, /^<iframe src="[^"]+#v1\/ways_to_wait\/embed"[^]*<\/iframe>$/);
}));

function refuseClipboard() {
  if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  document.execCommand = () => false;
}

test('is told that a long link may be cut', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  let seed = 7;
  const digits = () => Array.from({ length: 60 }, () => (seed = seed * 48271 % 2147483647) % 10).join('');
  await stage.write(sync.name, Array.from({ length: 80 }, () => `print(${digits()})`).join('\n'));
  await stage.settled();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('This link has more than 2,000 characters').waitFor();
}));

test('opens a damaged link and reads what is left of it', () => visit({}, async (page, { fresh }) => {
  await Stage.open(page);
  const other = await fresh(frozen.own.slice(0, -60));
  const stage = await Stage.open(other);
  const alert = other.getByRole('alert').filter({ hasText: "can't be opened" });
  await alert.getByText('cut short or changed').waitFor();
  for (const { name } of programs) await stage.lane(name).waitFor();
  await alert.getByText('Show what could be read').click();
  await alert.getByText("print('tick', n)").waitFor();

  await alert.getByRole('button', { name: 'Open what could be read' }).click();
  const lane = stage.lane('Ticken');
  await lane.getByText("print('tick', n)").waitFor();
  await lane.getByText('Not run yet').waitFor();
  await stage.button('Play').click();
  await stage.settled();
  await stage.button('To the end').click();
  assert.deepEqual((await stage.glance('Ticken')).lines.map(({ s }) => s), ['tick 0', 'tick 1', 'tick 2']);
}));

test('opens links that are none, and dismisses what is said', () => visit({}, async (page, { fresh }) => {
  await Stage.open(page);
  const bad = ['#v1', '#v9/x', '#v1/nothing', '#v1/own/z=AAAAAAAA', '#v1/ways_to_wait/at=soon', '#top', `#v1/own/z=${'A'.repeat(90_000)}`, '#%E0%A4%A'];
  for (const hash of bad) {
    const other = await fresh(hash);
    const stage = await Stage.open(other);
    const alert = other.getByRole('alert').filter({ hasText: "can't be opened" });
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'detached' });
    await stage.shows(sync.name, sync.recording.lines);
    await other.context().close();
  }
}));

test('opens links frozen in an earlier commit', () => visit({}, async (page, { fresh }) => {
  await Stage.open(page);
  for (const { what, link, says } of examples) {
    const other = await fresh(link);
    const stage = await Stage.open(other);
    assert.equal(await other.getByText("can't be opened").count(), 0, what);
    for (const { name, source } of says.programs.programs ?? []) {
      assert.equal((await stage.lane(name).locator('.code .src').allInnerTexts()).join('\n').trimEnd(), source.trimEnd(), what);
    }
    // A moment of which more is said than the instant is of a run that never was; that is said too.
    if (says.moment?.digest) await notice(other, 'run differently here').waitFor();
    else if (says.moment) assert.equal(await stage.moment(), says.moment.at / 1e9, what);
    assert.equal(await other.locator('.page.embed').count(), says.embed ? 1 : 0, what);
    await other.context().close();
  }
}));

test('opens a link with an endless program, which stops at the limits', () => visit(ALLOWED, async (page, { fresh }) => {
  const stage = await Stage.open(page);
  await stage.write(sync.name, 'import time\nn = 0\nwhile True:\n    n += 1\n    time.sleep(1000)\n');
  await stage.settled();
  await stage.button('To the start').click();
  const link = await copyLink(page);

  const other = await fresh(link);
  const there = await Stage.open(other);
  assert.deepEqual((await there.glance(sync.name)).lines, []);
  await there.button('Play').click();
  await there.settled();
  await there.button('To the end').click();
  await there.lane(sync.name).getByText('Stopped at a limit').waitFor();
}));

test('opens a link and gets back what was typed before', () => visit({}, async (page, { url }) => {
  const stage = await Stage.open(page);
  await stage.write(sync.name, "print('mine')\n");
  await stage.settled();

  await page.goto(`${url}#v1/${OPENING}/at=1s`);
  await page.waitForFunction(() => document.querySelector('.notice'));
  await stage.settled();
  await stage.shows(sync.name, sync.recording.lines);
  // Neither a reload nor a change made meanwhile loses it.
  await page.reload();
  const again = await Stage.open(page);
  await again.write(sync.name, "print('later')\n");
  await again.settled();
  assert.equal(await page.evaluate(() => location.hash), '');
  await page.reload();
  const third = await Stage.open(page);
  await notice(page, `Your own text of ${sync.name} is kept`).getByRole('button', { name: 'Bring it back' }).click();
  await third.settled();
  await third.button('To the end').click();
  assert.deepEqual((await third.glance(sync.name)).lines.map(({ s }) => s), ['mine']);
  await notice(page, 'is kept').getByRole('button', { name: 'Forget it' }).click();
  await page.reload();
  await Stage.open(page);
  assert.equal(await page.locator('.notice').count(), 0);
}));

test('pastes another link into the open page', () => visit({}, async (page) => {
  await Stage.open(page);
  await page.evaluate(() => { location.hash = '#v1/who_blocks_the_loop/at=1.5s'; });
  const stage = new Stage(page);
  await stage.lane(lanes('who_blocks_the_loop')[0].name).waitFor();
  await stage.settled();
  assert.equal(await stage.moment(), 1.5);
}));

test('keeps own programs over a reload', () => visit({ at: frozen.short }, async (page) => {
  const stage = await Stage.open(page);
  await stage.write('a', "print('changed')\n");
  await stage.settled();
  await page.reload();
  const again = await Stage.open(page);
  await again.lane('a').getByText('changed').first().waitFor();
}));
