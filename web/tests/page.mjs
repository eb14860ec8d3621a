// A page as a person opens it: the built files on a server of our own, a browser, and an ear for the console.
import assert from 'node:assert/strict';
import { launch } from '../tools/chromium.mjs';
import { serveDist } from '../tools/dist.mjs';

/**
 * Opens the page in a fresh profile, lets `act` use it, and fails if a page logged an error or a request failed.
 * `settings` are Playwright's for a context (viewport, colour scheme, …); beside them `under` is the path below which the page is
 * served, `at` what follows in its address, `prepare` what runs in each page before its own scripts. `act` gets the page, and what opens others: `fresh(at)` in another
 * profile; `url` is the address without `at`. Complaints that match `meant` were provoked.
 */
export async function visit({ under, at = '', prepare, meant = /^$/, ...settings }, act) {
  const server = await serveDist(under);
  const browser = await launch();
  const complaints = [];
  const fresh = async (address) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...settings });
    if (prepare) await context.addInitScript(prepare);
    context.on('page', (page) => listen(page, complaints));
    const page = await context.newPage();
    await page.goto(new URL(address, server.url).href);
    return page;
  };
  try {
    await act(await fresh(at), { fresh, url: server.url });
    assert.deepEqual(complaints.filter((words) => !meant.test(words)), [], 'the page complained');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Everything that a browser's console would show in red. */
function listen(page, complaints) {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure().errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
}
