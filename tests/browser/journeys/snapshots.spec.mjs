// The dashboard frozen for a meeting, taken away on paper, compared with the next one.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { axe } from '../support/axe.mjs';
import { council, expect, test } from '../support/fixture.mjs';

test.describe.configure({ mode: 'serial' });

const heading = (page) => page.getByRole('heading', { level: 1 });

const freeze = async (page, title, day) => {
  await page.goto(`${council}/dashboard`);
  await page.getByRole('link', { name: 'Instantanés' }).click();
  await page.getByRole('link', { name: 'Figer le tableau de bord' }).first().click();
  await expect(page.getByRole('heading', { name: 'Ce qui manque' })).toBeVisible();
  await page.locator('#title').fill(title);
  await page.locator('#meeting_on').fill(day);
  await page.getByRole('button', { name: 'Figer le tableau de bord' }).click();
  await page.waitForURL(/snapshots\/\d+$/);
};

const poppler = (program, path) => execFileSync(program, [path], { encoding: 'utf8' });

test('the dashboard is frozen for a plenary meeting and leaves as a PDF', async ({ page }) => {
  await freeze(page, 'Bilan de l’année', '15/12/2026');
  await expect(heading(page)).toContainText('Bilan de l’année');
  await expect(page.locator('main')).toContainText('15 décembre 2026');
  await page.getByRole('button', { name: 'Document PDF' }).click();
  await page.waitForURL(/\/jobs\/\d+/);
  const ready = page.getByRole('link', { name: /Télécharger/ });
  await expect(ready).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), ready.click()]);
  const path = await download.path();
  const facts = poppler('pdfinfo', path);
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(Number(facts.match(/Pages:\s+(\d+)/)[1])).toBeGreaterThan(10);
  expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain('Bilan de l’année');
});

test('a meeting without its day is refused, and what was typed stays', async ({ page }) => {
  await page.goto(`${council}/snapshots/new`);
  await page.locator('#title').fill('Point d’étape');
  await page.getByRole('button', { name: 'Figer le tableau de bord' }).click();
  await expect(page.locator('#es')).toBeFocused();
  await page.locator('#es a').first().click();
  await expect(page.locator('#meeting_on')).toBeFocused();
  await expect(page.locator('#title')).toHaveValue('Point d’étape');
});

test('two snapshots are compared: what moved, and why a figure is not compared', async ({ page }) => {
  await freeze(page, 'Avant la réunion suivante', '16/12/2026');
  await page.getByRole('link', { name: 'Comparer au précédent' }).click();
  await expect(heading(page)).toHaveText('Comparer deux instantanés');
  await expect(page.locator('#indicators')).toContainText('Aucun chiffre plus récent');
  await expect(page.locator('#actions')).toContainText('n’ont changé ni d’état');
  const [earlier, later] = [page.locator('#earlier'), page.locator('#later')];
  await expect(earlier).not.toHaveValue(await later.inputValue());
  await earlier.selectOption(await later.inputValue());
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect(page.locator('main')).toContainText('Choisissez deux instantanés différents');
});

test('a snapshot prints from the browser, its figures with their charts', async ({ page }) => {
  await page.goto(`${council}/snapshots/1`);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], {
    input: await page.pdf({ preferCSSPageSize: true }),
    encoding: 'utf8',
  });
  expect(text).toContain('Tableau de suivi des actions');
  expect(text).toContain('VUL-13');
  // In a narrow column its words stand on two lines.
  expect(text).toMatch(/Version de la/);
  expect(text).not.toContain('Document PDF');
});

// What WeasyPrint tags is this HTML: its headings, tables and names are those of the PDF.
test('the document behind the PDF has no fault that axe knows', async ({ page }) => {
  const program = join(dirname(process.env.MAILLAGE_PROGRAM), '../tests/snapshot_paper');
  const sheet = readFileSync(new URL('../../../web/print/print.css', import.meta.url), 'utf8');
  const fulfil = (contentType, body) => (route) => route.fulfill({ contentType, body });
  await page.route('**/paper', fulfil('text/html', execFileSync(program, { encoding: 'utf8' })));
  await page.route('**/print.css', fulfil('text/css', sheet));
  await page.goto('/paper');
  await page.emulateMedia({ media: 'print' });
  await expect(heading(page)).toHaveCount(1);
  expect(await axe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'cat.tables'])).toEqual([]);
});
