// The tracking table: filters that are addresses, views, many actions at once, files out and in.
import { readFile } from 'node:fs/promises';
import { council, expect, test } from '../support/fixture.mjs';

const actions = `${council}/actions`;

test('what is late is seen at once, opened in one click, changed in two', async ({ page }) => {
  await page.goto(council);
  await page.getByRole('region', { name: 'En retard' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/actions\/[A-Z]+-\d+$/);
  await page.goto(`${actions}?alarm=late`);
  const row = page.locator('tbody tr').first();
  const code = await row.locator('input[name="row"]').inputValue();
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Terminée' }).click();
  await page.waitForURL(/changed=/);
  await page.goto(`${actions}/${code}`);
  await expect(page.locator('.heading .st').first()).toHaveText('Terminée');
  await page.locator('.timeline').getByRole('button', { name: 'Annuler' }).first().click();
  await expect(page.locator('.heading .st', { hasText: 'En retard' })).toBeVisible();
});

test('filters are in the address and come back with it', async ({ page }) => {
  await page.goto(actions);
  await page.locator('.more-filters summary').click();
  await page.locator('#group').selectOption('G2');
  await page.locator('#domain').selectOption('VUL');
  await page
    .getByRole('search', { name: /[Ff]iltre/ })
    .getByRole('button')
    .click();
  await expect(page).toHaveURL(/group=G2/);
  const rows = await page.locator('tbody tr').count();
  expect(rows).toBeGreaterThan(5);
  await page.goto(page.url());
  await expect(page.locator('#group')).toHaveValue('G2');
  await expect(page.locator('#domain')).toHaveValue('VUL');
  await expect(page.locator('tbody tr')).toHaveCount(rows);
  await page.locator('thead').getByRole('link', { name: 'Échéance' }).click();
  await expect(page).toHaveURL(/sort=due/);
  await expect(page.locator('#group')).toHaveValue('G2');
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText('Échéance');
});

test('the filters are kept under a name, then forgotten', async ({ page }) => {
  await page.goto(`${actions}?domain=RAD`);
  await page.locator('.views summary').click();
  await page.locator('#name').fill('Radicalisation');
  await page.locator('.views').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('link', { name: 'Radicalisation', exact: true })).toBeVisible();
  await page.goto(actions);
  await page.getByRole('link', { name: 'Radicalisation', exact: true }).click();
  await expect(page).toHaveURL(/domain=RAD/);
  await expect(page.locator('tbody tr')).toHaveCount(2);
  await page.locator('.views summary').click();
  await page
    .locator('.views')
    .getByRole('button', { name: /Supprimer.*Radicalisation/ })
    .click();
  await expect(page.getByRole('link', { name: 'Radicalisation', exact: true })).toHaveCount(0);
});

test('many actions are changed at once after a preview, and taken back', async ({ page }) => {
  await page.goto(`${actions}?group=G3`);
  await expect(page.locator('.bulk')).toBeHidden();
  const boxes = page.locator('input[name="row"]');
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  await expect(page.locator('.bulk .count')).toContainText('3');
  await page.locator('#bulk_pilot').fill('Mission nocturne');
  await page.locator('.bulk').getByRole('button').click();
  await expect(page.locator('main')).toContainText('3 actions seront modifiées');
  await page.getByRole('button', { name: /3 actions/ }).click();
  await expect(page.locator('tbody tr', { hasText: 'Mission nocturne' })).toHaveCount(3);
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('tbody tr', { hasText: 'Mission nocturne' })).toHaveCount(0);
});

test('the table is downloaded as CSV and as a spreadsheet, with its filters', async ({ page }) => {
  await page.goto(`${actions}?domain=VUL`);
  const save = async (name) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: false }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const table = await save('CSV');
  expect(table.name).toMatch(/\.csv$/);
  expect(table.bytes.toString('utf8')).toContain('VUL-13');
  expect(table.bytes.toString('utf8')).not.toContain('PRE-1;');
  const sheet = await save('XLSX');
  expect(sheet.name).toMatch(/\.xlsx$/);
  expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
});

test('a file is imported in four steps: refused rows are said and given back', async ({ page }) => {
  const csv = [
    'code;titre;domaine;pilote;échéance',
    'RAD-2;Organiser la liaison;RAD;Service A;15/03/2027',
    'RAD-9;Une action importée;RAD;Service B;1/2/2027',
    'RAD-8;Une date fausse;RAD;Service C;31/02/2027',
  ].join('\r\n');
  await page.goto(`${actions}/import`);
  await expect(page.locator('.steps [aria-current="step"]')).toHaveText(/Fichier/);
  await page.setInputFiles('input[type="file"]', {
    name: 'actions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await page.locator('main').getByRole('button', { name: 'Continuer' }).click();
  await page.waitForURL(/import\/[0-9a-f]+$/);
  const preview = page.locator('main table');
  await expect(preview.locator('tbody tr').nth(0)).toContainText('Sera modifiée');
  await expect(preview.locator('tbody tr').nth(1)).toContainText('Nouvelle');
  await expect(preview.locator('tbody tr').nth(2)).toContainText('Refus');
  const [refused] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main a[download]').click(),
  ]);
  expect((await readFile(await refused.path())).toString()).toContain('Une date fausse');
  await page.locator('form[action$="/confirmation"] button').click();
  await expect(page.locator('.steps [aria-current="step"]')).toHaveText(/Résultat/);
  const imported = await page.locator('form.undo').getAttribute('action');
  await page.locator('form.undo').getByRole('button').click();
  await expect(page.locator('form.undo')).not.toHaveAttribute('action', imported);
  await page.goto(`${actions}?q=import%C3%A9e`);
  await expect(page.locator('tbody tr')).toHaveCount(0);
});
