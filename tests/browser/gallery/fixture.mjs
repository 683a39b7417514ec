// A gallery server per test file, and a page that fails its test for anything `watch` finds.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { watch } from '../support/watch.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export const test = base.extend({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the parameter's pattern
    async ({}, use) => {
      const port = await freePort();
      const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.mjs'), String(port)], {
        stdio: 'inherit',
      });
      const url = `http://127.0.0.1:${port}`;
      for (let tries = 0; tries < 100; tries += 1) {
        if (await fetch(url).catch(() => undefined)) break;
        await new Promise((wait) => setTimeout(wait, 50));
      }
      await use(url);
      server.kill();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ gallery }, use) => use(gallery),
  page: async ({ page }, use) => {
    const faults = await watch(page, { statuses: [422] });
    await use(page);
    if (faults.length) throw new Error(faults.join('\n'));
  },
});
export { expect } from '@playwright/test';
