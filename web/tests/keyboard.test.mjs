// A person uses the page without a pointer, and without seeing the picture.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING, lanes, title } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);
const awaited = programs.find(({ name }) => name === 'async/await');

/** Presses Tab until the focus is on what is wanted; fails after a round through the page. */
async function tabTo(page, role, name) {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const outline = await wanted.evaluate((element) => getComputedStyle(element).outlineStyle);
      assert.notEqual(outline, 'none', `the focus on ${name} can't be seen`);
      return wanted;
    }
  }
  throw new Error(`the Tab key does not come to ${name}`);
}

test('uses only the keyboard through a whole journey', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await press('ArrowRight');
  assert.equal(await stage.moment(), 0, 'keys act behind the dialog');
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await press(String(programs.indexOf(awaited) + 1), 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowRight');
  const waiting = stage.lane(awaited.name).locator('[data-queue="waiting"] b');
  assert.deepEqual(await waiting.allTextContents(), ['main()', 'greet(1)', 'greet(2)', 'greet(3)']);
  await press('ArrowLeft', 'Shift+ArrowLeft');
  assert.deepEqual(await waiting.allTextContents(), ['main()', 'greet(1)']);

  await press(']', ']', ']');
  const chosen = () => page.locator('.names [aria-pressed="true"]').allTextContents();
  assert.deepEqual(await chosen(), ['greet(2)']);
  await press('w');
  assert.equal(Math.round(await stage.moment()), 3);
  await press('[');
  assert.deepEqual(await chosen(), ['greet(1)']);
  await press('Escape', 'Escape');
  assert.deepEqual(await chosen(), []);

  await press('Home', 'n', 'n');
  assert.equal(Math.round(await stage.moment()), 3);
  await press('N');
  assert.equal(Math.round(await stage.moment()), 0);

  const arrows = page.getByRole('button', { name: 'Arrows', exact: true });
  assert.equal(await arrows.getAttribute('aria-pressed'), 'true');
  await press('a');
  assert.equal(await arrows.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('.axis .wake').count(), 0);
  await press('a');

  const speed = page.getByRole('slider', { name: 'Speed' });
  await press('.', '.', '.');
  assert.equal(await speed.getAttribute('aria-valuetext'), '10\u00a0s a second');
  await press(' ');
  await stage.reaches(8.9);
  await stage.button('Play').waitFor();
  for (const { name, recording } of programs) await stage.shows(name, recording.lines);

  // By the Tab key: the chooser, a program's text, and back to the tasks.
  const name = await tabTo(page, 'button', 'main');
  await press('ArrowDown', 'ArrowDown');
  assert.deepEqual(await chosen(), ['greet(1)']);
  await name.evaluate((element) => element.blur());
  await tabTo(page, 'button', 'Edit: Sync');
  await press('Enter');
  const field = stage.lane('Sync').getByRole('textbox');
  await field.focus();
  await press('Home', 'n', '?', ' ');
  assert.match(await field.inputValue(), /n\? /, 'keys are typed into a field');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await tabTo(page, 'combobox', 'Scenario');
  await page.keyboard.type(title('who_blocks_the_loop').slice(0, 5));
  await stage.lane(lanes('who_blocks_the_loop')[0].name).waitFor();
}));

test('reads the table', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await page.keyboard.press('t');
  const table = page.getByRole('table');
  const group = (lane) => table.locator('tbody').filter({ has: page.getByRole('rowheader', { name: lane, exact: true }) });
  const row = async (task, lane) => {
    const cells = group(lane).getByRole('row').filter({ has: page.getByRole('button', { name: task, exact: true }) }).getByRole('cell');
    return (await cells.allInnerTexts()).map((text) => text.trim().replaceAll('\u00a0', ' '));
  };
  assert.deepEqual((await row('greet(2)', 'Sync')).slice(0, 3), ['not there yet', '', '']);
  await stage.drag(3.5);
  assert.deepEqual(await row('greet(2)', 'Sync'), ['blocking', '5', 'in time.sleep until 6.0 s', 'blocking 3.000 to 6.000 s']);
  assert.deepEqual(await row('greet(2)', awaited.name), ['done', '', '', 'waiting 0.000 to 3.000 s']);
  await stage.drag(1.5);
  assert.deepEqual((await row('greet(2)', awaited.name)).slice(0, 3), ['waiting', '5', 'until 3.0 s']);
  await group(awaited.name).getByRole('button', { name: 'greet(2)', exact: true }).click();
  assert.deepEqual(await stage.lane(awaited.name).locator('.chip.chosen b').allTextContents(), ['greet(2)']);
  await page.keyboard.press('t');
  await table.waitFor({ state: 'detached' });
}));

test('hears what a step has changed, and nothing while it plays', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const said = page.getByRole('status');
  await page.waitForTimeout(400);
  assert.equal(await said.textContent(), '');
  await stage.button('On one switch').click();
  await said.getByText('greet(1) blocking in time.sleep until 3.0\u00a0s, line 5').waitFor();
  assert.match(await said.textContent(), /prints hello 1/);
  const before = await said.textContent();
  await stage.button('Play').click();
  await stage.reaches(3.5);
  assert.equal(await said.textContent(), before);
  await stage.button('Pause').click();
  await said.getByText('greet(2) blocking in time.sleep until 6.0\u00a0s').waitFor();
}));

test('plays from switch to switch with less motion', () => visit({ reducedMotion: 'reduce' }, async (page) => {
  const stage = await Stage.open(page);
  const moments = new Set();
  const begin = Date.now();
  await stage.button('Play').click();
  while (moments.size < 4 && Date.now() - begin < 60_000) {
    moments.add((await stage.moment()).toFixed(0));
    await page.waitForTimeout(50);
  }
  await stage.button('Pause').click();
  // It is only where something is suspended or ends: nothing between 0, 3, 6 and 9 s.
  assert.deepEqual([...moments], ['0', '3', '6', '9']);
  const steps = (Date.now() - begin) / 500;
  assert.ok(steps >= 15, `${steps} half seconds are too few for all switches`);
}));
