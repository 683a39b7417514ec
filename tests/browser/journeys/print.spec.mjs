// Paper: what the browser prints of the tracking table and of an action.
import { execFileSync } from 'node:child_process';
import { council, expect, test } from '../support/fixture.mjs';

const printed = async (page, path) => {
  await page.goto(path);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
};

test('the tracking table prints whole, with its headings and page numbers, without navigation', async ({
  page,
}) => {
  const text = await printed(page, `${council}/actions`);
  const sheets = text.split('\f').filter((sheet) => sheet.trim());
  for (const code of ['AGG-1', 'PRE-15', 'TRQ-14', 'VUL-13']) expect(text).toContain(code);
  expect(sheets.length).toBeLessThan(8);
  for (const sheet of sheets) expect(sheet).toMatch(/Page \d+ \/ \d+/);
  for (const sheet of sheets.slice(0, -1)) expect(sheet).toContain('Échéance');
  expect(text).not.toContain('Annuaire');
  expect(text).not.toContain('Exporter');
});

test('an action prints with its steps and what its figures say', async ({ page }) => {
  const text = await printed(page, `${council}/actions/PRE-2`);
  expect(text).toContain('PRE-2');
  expect(text).toContain('Étapes');
  expect(text).not.toContain('Ajouter une étape');
  expect(text).not.toContain('Supprimer');
});
