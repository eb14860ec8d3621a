// A page as a person opens it: the built files on a server of our own, a browser, and an ear for the console.
import assert from 'node:assert/strict';
import { launch } from '../tools/chromium.mjs';
import { serveDist } from '../tools/dist.mjs';

/**
 * Opens the page in a fresh profile, lets `act` use it, and fails if the page logged an error or a request failed.
 * `settings` are Playwright's for a context (viewport, colour scheme, …).
 */
export async function visit(settings, act) {
  const server = await serveDist();
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...settings });
    const page = await context.newPage();
    const complaints = listen(page);
    await page.goto(server.url);
    await act(page);
    assert.deepEqual(complaints, [], 'the page complained');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Everything that a browser's console would show in red. */
function listen(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure().errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return complaints;
}
