// A teacher puts the page into another one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING, lanes } from './gallery.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const programs = lanes(OPENING);

/** The page inside a frame, in a person's words. */
async function inFrame(page, place) {
  const element = page.locator('iframe').nth(place);
  await element.scrollIntoViewIfNeeded();
  const frame = await (await element.elementHandle()).contentFrame();
  return Stage.open(frame);
}

/** Fails unless the frame plays on click, and its link opens the whole page at the same moment. */
async function playsAndOpens(page, stage, [first]) {
  assert.equal(await stage.page.getByRole('button', { name: 'Share' }).count(), 0);
  const before = await stage.moment();
  await stage.button('Play').click();
  await stage.reaches(before + 0.3);
  await stage.button('Pause').click();
  await stage.shows(first.name, first.recording.lines);
  const moment = await stage.moment();
  const opened = page.context().waitForEvent('page');
  await stage.page.getByRole('link', { name: 'Open the full page' }).click();
  const full = await Stage.open(await opened);
  assert.equal(await full.moment(), moment);
  assert.equal(await full.page.locator('.page.embed').count(), 0);
  await full.page.getByRole('button', { name: 'Share' }).waitFor();
  await full.page.close();
}

test('embeds three on one page, below a path', () => visit({ under: '/courses/simul/', at: 'course.html' }, async (page) => {
  assert.equal(await page.locator('iframe').count(), 3);
  for (const [place, id] of [OPENING, 'who_blocks_the_loop', 'starving_the_loop'].entries()) {
    const stage = await inFrame(page, place);
    for (const { name } of lanes(id)) await stage.lane(name).waitFor();
    assert.equal(await stage.moment(), id === 'who_blocks_the_loop' ? 1.5 : 0);
  }
  await playsAndOpens(page, await inFrame(page, 0), programs);
  await playsAndOpens(page, await inFrame(page, 1), lanes('who_blocks_the_loop'));
  // One that plays leaves the others where they are.
  assert.equal(await (await inFrame(page, 2)).moment(), 0);
}));

for (const [fence, sandbox] of [
  ['a frame that may store', 'allow-scripts allow-same-origin allow-popups'],
  ['a frame that may not', 'allow-scripts allow-popups allow-popups-to-escape-sandbox'],
]) {
  test(`embeds in ${fence}`, () => visit({}, async (page, { url }) => {
    await Stage.open(page);
    const html = `<iframe src="${url}#v1/${OPENING}/embed" sandbox="${sandbox}" width="700" height="560"></iframe>`;
    await page.setContent(html);
    await playsAndOpens(page, await inFrame(page, 0), programs);
  }));
}

test('works where storage and clipboard throw', () => visit({ prepare: forbid }, async (page) => {
  const stage = await Stage.open(page);
  await stage.write(programs[0].name, "print('stored nowhere')\n");
  await stage.settled();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText(/Copied\.|press Ctrl\+C/).waitFor();
}));

function forbid() {
  Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no storage', 'SecurityError'); } });
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
}
