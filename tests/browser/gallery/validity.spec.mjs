// The gallery's HTML is valid: what the shell and the components write is checked without a server.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlValidate, vnu } from '../support/validity.mjs';
import { expect, test } from './fixture.mjs';

test('every page of the gallery is valid HTML', async ({ request }) => {
  const folder = join(import.meta.dirname, '../../../build/browser/gallery');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map();
  for (const path of ['/', '/board', '/forms', '/lists', '/help', '/sign-in', '/job']) {
    const file = join(folder, `${path.slice(1) || 'home'}.html`);
    writeFileSync(file, await (await request.get(path)).text());
    files.set(file, path);
  }
  expect([...vnu(folder), ...(await htmlValidate(files))]).toEqual([]);
});
