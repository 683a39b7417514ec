// Any page prints on A4: no navigation, open tables, rows whole, light colours.
import { expect, test } from './fixture.mjs';

test('a printed page has its content and nothing of the screen', async ({ page }) => {
  await page.goto('/');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.side', '.top', '.chips', '.foot'])
    await expect(page.locator(gone).first()).toBeHidden();
  await expect(page.locator('table.stack thead').first()).toBeVisible();
  await expect(page.locator('.data table').first()).toBeVisible();
  await expect(page.locator('.c-wide').first()).toBeVisible();
  await expect(page.locator('.c-narrow').first()).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(26, 33, 48)');
});

test('a page is a few sheets of A4', async ({ page }) => {
  await page.goto('/');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThan(5);
});
