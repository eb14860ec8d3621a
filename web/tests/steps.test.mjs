// A person goes through a run step by step, and follows one task through it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING, lanes } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);
const awaited = programs.find(({ name }) => name === 'async/await');

test('steps on by switch, and back to where it came from', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const picture = () => stage.picture(programs.map(({ name }) => name));
  const way = [await picture()];
  for (let step = 0; step < 6; step += 1) {
    await stage.button('On one switch').click();
    way.push(await picture());
  }
  // Many switches of one instant to the eye, and each of them shows something else.
  assert.equal(new Set(way).size, way.length);
  assert.ok((await stage.moment()) < 0.001);
  for (const before of way.slice(0, -1).reverse()) {
    await stage.button('Back one switch').click();
    assert.equal(await picture(), before);
  }
}));

test('steps through one lane alone', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await page.getByRole('combobox', { name: 'Lanes to step in' }).selectOption('in Sync');
  const moments = [];
  for (let step = 0; step < 4; step += 1) {
    await stage.button('On one switch').click();
    moments.push(Math.round(await stage.moment()));
  }
  // Greeter by greeter: it sleeps, it ends, the next one sleeps.
  assert.deepEqual(moments, [0, 3, 3, 6]);
}));

test('jumps from stall to stall', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const moments = [];
  for (let stall = 0; stall < 3; stall += 1) {
    await stage.button('On to the next stall').click();
    moments.push(Math.round(await stage.moment()));
    await stage.lane('Sync').getByText(/^The thread stands still until/).waitFor();
  }
  assert.deepEqual(moments, [0, 3, 6]);
  await stage.button('Back to the stall before').click();
  assert.equal(Math.round(await stage.moment()), 3);
}));

test('chooses a task and sees it everywhere', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.drag(1.5);
  const lane = stage.lane(awaited.name);
  const everywhere = async () => ({
    name: await stage.taskName(awaited.name, 'greet(2)').getAttribute('aria-pressed'),
    ground: await page.locator('.chosen-ground').count(),
    code: await lane.locator('.note.chosen').allTextContents(),
    queue: await lane.locator('.chip.chosen b').allTextContents(),
    console: await lane.locator('.console .chosen span').allTextContents(),
  });
  const nowhere = { name: 'false', ground: 0, code: [], queue: [], console: [] };
  assert.deepEqual(await everywhere(), nowhere);

  const ways = {
    name: () => stage.taskName(awaited.name, 'greet(2)').click(),
    queue: () => lane.locator('.chip', { hasText: 'greet(2)' }).click(),
    console: () => lane.locator('.console li', { hasText: 'hello 2' }).click(),
    bar: async () => {
      const name = await stage.taskName(awaited.name, 'greet(2)').boundingBox();
      const track = await stage.head.boundingBox();
      await page.mouse.click(track.x + track.width / 6, name.y + name.height / 2);
    },
  };
  for (const [way, choose] of Object.entries(ways)) {
    await choose();
    await page.locator('.chosen-ground').waitFor();
    const seen = await everywhere();
    assert.equal(seen.name, 'true', way);
    assert.equal(seen.ground, 1, way);
    assert.match(seen.code.join(), /greet.*\(2\)/, way);
    assert.deepEqual([seen.queue, seen.console], [['greet(2)'], ['hello 2']], way);
    await page.keyboard.press('Escape');
    await page.locator('.chosen-ground').waitFor({ state: 'detached' });
    assert.deepEqual(await everywhere(), nowhere, way);
  }
  // Where several stand at a line, a click chooses one after the other.
  for (const chosen of ['greet(1)', 'greet(2)', 'greet(3)']) {
    await lane.locator('.note', { hasText: '(2)' }).click();
    assert.deepEqual((await everywhere()).queue, [chosen]);
  }
}));

test('goes to the wake-ups of a task', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.lane(awaited.name).getByRole('button', { name: awaited.name, exact: true }).click();
  await stage.taskName(awaited.name, 'greet(2)').click();
  await stage.button('On to the next wake-up').click();
  assert.equal(Math.round(await stage.moment()), 3);
  const ready = stage.lane(awaited.name).locator('[data-queue="ready"] .chip.chosen b');
  assert.deepEqual(await ready.allTextContents(), ['greet(2)']);
  await stage.button('Back one switch').click();
  assert.equal(Math.round(await stage.moment()), 0);
}));
