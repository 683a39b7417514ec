// Before the journeys: one session an account, shared by all workers; an account keeps two open at most.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launch } from './browser.mjs';
import { signIn } from './session.mjs';

const folder = join(import.meta.dirname, '../../../build/browser/sessions');
export const sessionFile = (account) => join(folder, `${account}.json`);

export default async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(launch);
  for (const account of ['coordination', 'mediation', 'elue']) {
    const context = await browser.newContext({ locale: 'fr-FR' });
    await signIn(await context.newPage(), account);
    await context.storageState({ path: sessionFile(account) });
    await context.close();
  }
  await browser.close();
};
