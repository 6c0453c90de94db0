import { createReadStream, existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CannotRun } from '../cannot-run';
import { type Certificate, localhostCertificate } from './certificate';
import { OFFICE_CDN, officePackage } from './office-package';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ServeOptions {
  /** The built bundles: `addin/` and `workbench/` in it. */
  readonly dist: string;
  /** Of the add-in; the workbench stands on the next one. 0: any two free ports. */
  readonly port: number;
  /** The workbook that the page opens; null: an empty one. */
  readonly book: { readonly name: string; readonly bytes: Uint8Array } | null;
  /** Where the certificate is kept. */
  readonly cache: string;
}

export interface Served {
  /** The workbench page. */
  readonly url: string;
  /** The add-in's page, as a manifest names it. */
  readonly addinUrl: string;
  readonly certificate: Certificate;
  close(): Promise<void>;
}

type Handler = (address: URL) => Promise<{ type: string; body: string | Uint8Array } | { file: string } | null>;

function listen(certificate: Certificate, port: number, handler: Handler): Promise<https.Server> {
  const server = https.createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    const address = new URL(request.url ?? '/', 'https://localhost');
    handler(address).then(
      (answer) => {
        if (answer === null) {
          response.writeHead(404).end();
        } else if ('file' in answer) {
          response.writeHead(200, { 'content-type': TYPES[path.extname(answer.file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
          createReadStream(answer.file).pipe(response);
        } else {
          response.writeHead(200, { 'content-type': answer.type, 'cache-control': 'no-store' }).end(answer.body);
        }
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? new CannotRun(`Port ${port} is in use: close what uses it, or choose another with --port.`) : error));
    server.listen(port, 'localhost', () => resolve(server));
  });
}

/** The file that `pathname` names in `folder`; null when there is none, or it lies outside. */
function within(folder: string, pathname: string): string | null {
  const file = path.join(folder, decodeURIComponent(pathname));
  return file.startsWith(folder + path.sep) && existsSync(file) && statSync(file).isFile() ? file : null;
}

const portOf = (server: https.Server): number => (server.address() as AddressInfo).port;

/**
 * Serves the built add-in and the workbench page from two ports of one host name (office.js trusts a
 * host page of the add-in's own host name only). The add-in's page is served as it is built; to the
 * workbench (`?workbench`) it is served with the npm copy of office.js in place of the CDN's.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const certificate = await localhostCertificate(options.cache);
  const officeJs = officePackage();
  const addinFolder = path.join(options.dist, 'addin');
  const workbenchFolder = path.join(options.dist, 'workbench');

  const addin = await listen(certificate, options.port, async ({ pathname, searchParams }) => {
    // The package's files are in lower case, the library asks for some in capitals.
    if (pathname.startsWith('/officejs/')) {
      const file = within(officeJs, pathname.slice('/officejs'.length).toLowerCase());
      return file === null ? null : { file };
    }
    const file = within(addinFolder, pathname);
    if (file === null) return null;
    if (pathname === '/taskpane.html' && searchParams.has('workbench')) return { type: TYPES['.html'] ?? '', body: (await readFile(file, 'utf8')).replace(OFFICE_CDN, '/officejs/') };
    return { file };
  });
  const addinUrl = `https://localhost:${portOf(addin)}/taskpane.html`;
  let page: https.Server;
  try {
    page = await listen(certificate, options.port === 0 ? 0 : options.port + 1, async ({ pathname }) => {
      if (pathname === '/workbench.json') {
        return { type: TYPES['.json'] ?? '', body: JSON.stringify({ addin: `${addinUrl}?workbench`, metadata: '/functions.json', manifest: '/manifest.xml', book: options.book === null ? null : { name: options.book.name, url: '/book.xlsx' } }) };
      }
      if (pathname === '/book.xlsx') return options.book === null ? null : { type: TYPES['.xlsx'] ?? '', body: options.book.bytes };
      const file = within(workbenchFolder, pathname === '/' ? '/index.html' : pathname) ?? within(addinFolder, pathname);
      return file === null ? null : { file };
    });
  } catch (error) {
    addin.close();
    throw error;
  }
  const close = (server: https.Server): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `https://localhost:${portOf(page)}/`,
    addinUrl,
    certificate,
    close: async () => {
      await Promise.all([close(addin), close(page)]);
    },
  };
}
