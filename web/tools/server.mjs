// A static file server for the built page, on a free port of this machine. It knows what dist/ holds and no more.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves `folder` until `close` is called; `url` ends with a slash. `under` is the path below which it lies on the host, with a
 * slash at both ends. Any page may read the files, as on the usual hosts of static pages: a fenced frame is such a page.
 */
export async function serve(folder, under = '/') {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = normalize(path.endsWith('/') ? `${path}index.html` : path);
    try {
      if (!file.startsWith(under)) throw new Error('outside');
      const body = await readFile(join(folder, file.slice(under.length)));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
    } catch {
      response.writeHead(404).end(`${file} is not there`);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${server.address().port}${under}`, close };
}
