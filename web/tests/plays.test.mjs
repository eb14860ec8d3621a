// What a person does first: opens the page, plays, and goes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING, lanes, others, takesTime, title } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);
const [sync] = programs;

async function everyLaneShowsWhatPythonPrinted(stage) {
  for (const { name, recording } of programs) await stage.shows(name, recording.lines);
}

/** The opening scenario's longest program takes 9 s, and a little more where computing costs time. */
function isTheEnd(seconds) {
  assert.ok(seconds >= 9 && seconds < 9.05, `${seconds} s is not the end`);
}

test('opens the page and plays to the end', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  for (const { name } of programs) await stage.lane(name).getByRole('heading', { name }).waitFor();
  assert.equal(await stage.moment(), 0);
  isTheEnd(await stage.end());

  await stage.button('Play').click();
  await stage.button('Pause').waitFor();
  for (const seconds of [1, 3.2, 6.2]) {
    await stage.reaches(seconds);
    await everyLaneShowsWhatPythonPrinted(stage);
  }
  await stage.button('Play').waitFor();
  isTheEnd(await stage.moment());
  for (const { name, recording } of programs) {
    const { lines } = await stage.glance(name);
    const shown = (errors) => lines.filter(({ err }) => err === errors).map(({ s }) => s);
    assert.deepEqual(shown(false), recording.lines.map(({ s }) => s));
    assert.deepEqual(shown(true), recording.stderr);
  }
  await everyLaneShowsWhatPythonPrinted(stage);
  await stage.lane('Sync').getByText('9.0\u00a0s').first().waitFor();
  for (const { name } of programs.slice(1)) await stage.lane(name).getByText('3.0\u00a0s').first().waitFor();
}));

test('drags the play head back, and forward again', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.button('To the end').click();
  isTheEnd(await stage.moment());
  await everyLaneShowsWhatPythonPrinted(stage);

  await stage.drag(4.5);
  const middle = await stage.moment();
  assert.ok(Math.abs(middle - 4.5) < 0.05, `dragged to 4.5 s, it stands at ${middle} s`);
  await everyLaneShowsWhatPythonPrinted(stage);
  assert.equal((await stage.glance(sync.name)).lines.length, 3);

  await stage.drag(7);
  await everyLaneShowsWhatPythonPrinted(stage);
  assert.equal((await stage.glance(sync.name)).lines.length, 5);

  await stage.button('To the start').click();
  assert.equal(await stage.moment(), 0);
  await everyLaneShowsWhatPythonPrinted(stage);
}));

test('moves the play head with the keyboard alone', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await stage.head.focus();
  await page.keyboard.press('End');
  isTheEnd(await stage.moment());
  await page.keyboard.press('Home');
  assert.equal(await stage.moment(), 0);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  assert.ok(Math.abs((await stage.moment()) - 0.9) < 0.02);
  await everyLaneShowsWhatPythonPrinted(stage);
}));

test('chooses every scenario of the gallery and sees what Python printed', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  const chooser = page.getByRole('combobox', { name: 'Scenario' });
  for (const id of others()) {
    await chooser.selectOption(title(id));
    await stage.lane(lanes(id)[0].name).waitFor();
    await stage.settled();
    await stage.button('To the end').click();
    for (const { name, recording } of lanes(id)) {
      const { lines } = await stage.glance(name);
      const order = (texts) => (takesTime(id) ? [...texts].sort() : texts);
      const shown = (errors) => order(lines.filter(({ err }) => err === errors).map(({ s }) => s));
      assert.deepEqual(shown(false), order(recording.lines.map(({ s }) => s)), `${id}, ${name}`);
      assert.deepEqual(shown(true), order(recording.stderr), `${id}, ${name}: errors`);
    }
  }
}));

test('reads in the head of a lane that its program is Python 3.10', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(title('notes_yield'));
  const [newer, older] = lanes('notes_yield').map(({ name }) => name);
  await stage.lane(newer).waitFor();
  assert.ok(await stage.lane(older).getByText(/^Python\s3\.10$/).isVisible());
  assert.equal(await stage.lane(newer).getByText(/^Python\s3\.10$/).count(), 0);
}));

test('sees that giving way lets the ticker in while the other coroutine computes', () => visit({}, async (page) => {
  const stage = await Stage.open(page);
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption(title('starving_the_loop'));
  const [hogging, yielding] = lanes('starving_the_loop').map(({ name }) => name);
  await stage.lane(hogging).waitFor();
  await stage.settled();
  await stage.button('To the end').click();
  const ticksMeanwhile = async (name) => {
    const texts = (await stage.glance(name)).lines.map(({ s }) => s);
    const [from, to] = [texts.indexOf('compute'), texts.findIndex((text) => text.startsWith('total'))];
    return texts.slice(from + 1, to).filter((text) => text.startsWith('tick')).length;
  };
  assert.equal(await ticksMeanwhile(hogging), 0);
  assert.ok(await ticksMeanwhile(yielding) > 2);
}));
