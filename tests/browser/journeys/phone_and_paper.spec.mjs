// The same pages on a phone and on paper.
import { council, expect, test } from './fixture.mjs';

for (const width of [390, 320])
  test(`the tracking table is a list of cards at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(council);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('#nav').getByRole('link', { name: 'Actions', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.locator('tbody tr').first()).toHaveCSS('display', 'block');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

test('the tracking table prints as a table, without navigation', async ({ page }) => {
  await page.goto(`${council}/actions`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.side', '.top', '.foot']) await expect(page.locator(gone)).toBeHidden();
  await expect(page.locator('thead')).toBeVisible();
  await expect(page.locator('tbody tr').first()).toHaveCSS('display', 'table-row');
  await expect(page.locator('.print-only').first()).toBeVisible();
});
