// Serves the gallery with the headers of the product: strict CSP and Trusted Types.
//     node tests/browser/gallery/serve.mjs PORT
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { frame } from './frame.mjs';
import * as pages from './pages.mjs';

const assets = join(import.meta.dirname, '../../../build/web');
const manifest = JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8'));
const known = new Set(Object.values(manifest));
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'",
  "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "require-trusted-types-for 'script'; trusted-types default",
].join('; ');
const routes = {
  '/': pages.home,
  '/board': pages.board,
  '/forms': pages.forms,
  '/lists': pages.lists,
  '/help': pages.help,
  '/job': pages.job,
  '/sign-in': pages.signIn,
};
const found = [
  { label: 'Charte de la vie nocturne', path: '/board?TRQ-4', kind: 'Action' },
  { label: 'Groupe 3 : vie nocturne', path: '/lists', kind: 'Groupe' },
];
const moved = {};
const drafts = [];

const page = (url, path, status = 200) => {
  const { title, main, crumbs, plain } = routes[path];
  const html = frame({
    manifest,
    title,
    path,
    crumbs,
    plain,
    main: typeof main === 'function' ? main(moved) : main,
    theme: url.searchParams.get('theme') ?? '',
    keys: url.searchParams.get('keys') ?? '',
  });
  return { status, type: 'text/html; charset=utf-8', body: html };
};

const answer = (request, url) => {
  const path = url.pathname;
  if (path.startsWith('/assets/') && known.has(path.slice(8)))
    return { type: types[extname(path)] ?? 'text/plain', body: readFileSync(join(assets, path.slice(8))) };
  if (path === '/search.json') return { type: 'application/json', body: JSON.stringify({ results: found }) };
  if (path === '/export.csv') return { type: 'text/csv', body: 'code;titre\n', download: true };
  if (path === '/events')
    return {
      type: 'text/event-stream',
      body: 'data: {"share":0.6,"text":"60 lignes sur 100"}\n\ndata: {"share":1,"text":"Import terminé","done":true,"path":"/help"}\n\n',
    };
  if (path === '/drafts') return { type: 'application/json', body: JSON.stringify(drafts) };
  if (request.method === 'POST') {
    if (path === '/draft') {
      drafts.push(request.text);
      return { status: 204, type: 'text/plain', body: '' };
    }
    if (path.startsWith('/moves/')) moved[path.slice(7)] = new URLSearchParams(request.text).get('state');
    if (path === '/forms') return page(url, path, 422);
    if (path === '/preferences' || path === '/session') return { status: 204, type: 'text/plain', body: '' };
    return { status: 303, type: 'text/plain', body: '', location: '/board' };
  }
  return routes[path] ? page(url, path) : { status: 404, type: 'text/plain', body: 'absent' };
};

createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  const url = new URL(request.url, 'http://gallery');
  const { status = 200, type, body, location, download } = answer({ method: request.method, text }, url);
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(location && { location }),
    ...(download && { 'content-disposition': 'attachment; filename="actions.csv"' }),
  });
  response.end(body);
}).listen(Number(process.argv[2] ?? 0), '127.0.0.1');
