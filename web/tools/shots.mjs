// Screenshots of the page at several moments, sizes and themes, into screenshots/.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { frozen } from '../tests/frozen.mjs';
import { Stage } from '../tests/stage.mjs';
import { launch } from './chromium.mjs';
import { ROOT, serveDist } from './dist.mjs';

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

/** What a person sees: a name, and how it comes about. */
const MOMENTS = {
  start: async () => {},
  early: (stage) => stage.drag(1.8),
  middle: (stage) => stage.drag(5.4),
  // A phone has no button for it.
  end: (stage) => stage.page.keyboard.press('End'),
  chosen: async (stage) => {
    await stage.drag(1.8);
    await stage.chooseSomething();
  },
  table: async (stage) => {
    await stage.drag(3.5);
    await stage.button('Table').click();
  },
  keys: (stage) => stage.button('Keys').click(),
  editing: (stage) => stage.edit('Sync'),
  failed: async (stage) => {
    await stage.write('Sync', "print('before')\n[][1]\n");
    await stage.settled();
    await stage.page.keyboard.press('End');
  },
  shared: async (stage) => {
    await stage.drag(1.8);
    await stage.page.keyboard.press('s');
  },
  damaged: (stage) => stage.page.getByText('Show what could be read').click(),
  brought: async () => {},
  embedded: async () => {},
};

/** What follows in the address, where it is a link that makes the difference. */
const LINKS = {
  damaged: frozen.own.slice(0, -60),
  brought: frozen.own,
  embedded: '#v1/ways_to_wait/embed/at=1.8s',
};

const folder = join(ROOT, 'screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const server = await serveDist();
const browser = await launch();
for (const [screen, settings] of Object.entries(SCREENS)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [moment, reach] of Object.entries(MOMENTS)) {
      // A fresh profile each time: what was typed for one picture must not show in the next.
      const context = await browser.newContext({ ...settings, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(`${server.url}${LINKS[moment] ?? ''}`);
      await reach(await Stage.open(page));
      const file = `${screen}-${colorScheme}-${moment}.png`;
      await page.screenshot({ path: join(folder, file) });
      console.log(`screenshots/${file}`);
      await context.close();
    }
  }
}
await browser.close();
await server.close();
