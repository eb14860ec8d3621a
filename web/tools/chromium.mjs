// The Chromium that tests, screenshots and measurements use: the one that `cargo xtask` found, or the one on PATH.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

// In a container there is no sandbox, no GPU and little shared memory; a test needs no service of the browser's maker.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? onPath('chromium'), args: FLAGS });
}

function onPath(name) {
  const found = process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find(existsSync);
  if (!found) throw new Error(`${name} is not on PATH; set CHROMIUM to the path of a Chromium or Chrome`);
  return found;
}
