// What the browser fetches for the opening scenario, from navigation to the programs' ends, as a good host would send it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DIST } from './dist.mjs';

const compressed = (bytes) => {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return brotliCompressSync(bytes, options).length;
};

/** Each fetched file with its sizes in bytes, the largest first: what `browser` asks `url` for until the end is shown. */
export async function opening(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const names = new Set();
  page.on('request', (request) => {
    if (request.url().startsWith(url)) names.add(new URL(request.url()).pathname.slice(1) || 'index.html');
  });
  await page.goto(url);
  await page.locator('[data-computing="false"]').waitFor();
  await page.getByRole('button', { name: 'To the end', exact: true }).click();
  await context.close();
  const files = [...names].map((name) => {
    const bytes = readFileSync(join(DIST, name));
    return { name, raw: bytes.length, brotli: compressed(bytes) };
  });
  return files.sort((a, b) => b.brotli - a.brotli);
}

/** The sum of one of the sizes. */
export const total = (files, kind) => files.reduce((sum, file) => sum + file[kind], 0);
