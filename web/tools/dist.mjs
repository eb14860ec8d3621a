// The built page, served.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from './server.mjs';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the built page. */
export const DIST = join(ROOT, 'dist');

/** Serves the built page; see `serve`. */
export function serveDist(under) {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ holds no page; build it: cargo xtask build');
  return serve(DIST, under);
}
