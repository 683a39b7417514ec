// The picture of the README: the tracking table of the demonstration, whose pilots, dates and progress are invented.
//     tests/browser/with_sites.sh build/release/src/maillage node tests/browser/picture.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launch } from './support/browser.mjs';
import { agents, council, signIn, speak } from './support/session.mjs';

const folder = join(import.meta.dirname, '../../docs/images');
const most = 200 * 1024;
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(launch);
for (const [language, name] of [
  ['fr', 'tableau-de-suivi.webp'],
  ['en', 'tracking-table.webp'],
]) {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1366, height: 1180 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await signIn(page);
  await speak(page, language);
  await page.goto(`${agents}${council}/actions?group=G3`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > most) throw new Error(`${name} weighs ${bytes.length} bytes, ${most} at most`);
  writeFileSync(join(folder, name), bytes);
  await context.close();
}
await browser.close();
