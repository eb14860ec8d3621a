// A person looks at the page: in the light and in the dark, on a desk and on a phone.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { frozen } from './frozen.mjs';
import { visit } from './page.mjs';
import { Stage } from './stage.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Everything axe finds wrong, a line each: missing names, weak contrast, roles without their parts. */
async function faults(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

for (const [where, settings] of [['on a desk', {}], ['on a phone', PHONE]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`reads the page ${where}, ${colorScheme}`, () => visit({ ...settings, colorScheme }, async (page) => {
      const stage = await Stage.open(page);
      await stage.drag(3.5);
      assert.deepEqual(await faults(page), []);
      await stage.chooseSomething();
      assert.deepEqual(await faults(page), [], 'with a chosen task');
      await page.keyboard.press('t');
      await page.getByRole('table').waitFor();
      assert.deepEqual(await faults(page), [], 'as a table');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      assert.deepEqual(await faults(page), [], 'with the sheet of keys');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
    }));

    test(`reads what is said about links ${where}, ${colorScheme}`, () => visit({ ...settings, colorScheme, at: frozen.own.slice(0, -60) }, async (page, { fresh }) => {
      await Stage.open(page);
      await page.getByText('Show what could be read').click();
      assert.deepEqual(await faults(page), [], 'of a damaged one');
      const brought = await fresh(frozen.own);
      await Stage.open(brought);
      assert.deepEqual(await faults(brought), [], 'of one that brings programs');
      await brought.keyboard.press('s');
      await brought.getByRole('dialog').waitFor();
      assert.deepEqual(await faults(brought), [], 'in the dialog for sharing');
      const embedded = await fresh('#v1/ways_to_wait/embed/at=1.8s');
      await Stage.open(embedded);
      assert.deepEqual(await faults(embedded), [], 'as part of another page');
      for (const one of [page, brought, embedded]) {
        const overflow = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `the page is ${overflow} px wider than the screen`);
      }
    }));
  }
}
