// An elected official with a phone: what is essential is on the first screen, the rest is one touch away.
import { council, expect, test } from '../support/fixture.mjs';

test.use({ account: 'elue', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test('the five figures and the next meeting are on the first screen', async ({ page }) => {
  await page.goto(council);
  await expect(page).toHaveURL(/\/key-figures$/);
  const figures = page.locator('.keys > li');
  await expect(figures).toHaveCount(5);
  // A city's site has no banner of a demonstration.
  const banner = await page.getByRole('complementary', { name: 'Démonstration' }).boundingBox();
  const last = await figures.last().boundingBox();
  expect(last.y + last.height - banner.height).toBeLessThanOrEqual(740);
  const short = page.locator('.heading .muted');
  await expect(short).toHaveText(/plénière attendue .+ décisions? attendues?$/);
  await expect(short).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('a touch opens the sentence and the source of a figure', async ({ page }) => {
  await page.goto(`${council}/key-figures`);
  const first = page.locator('.keys > li').first();
  await expect(first.getByText('Stratégie territoriale')).toBeHidden();
  await first.locator('summary').tap();
  await expect(first.getByText('Stratégie territoriale')).toBeVisible();
  expect((await first.locator('summary').boundingBox()).height).toBeGreaterThanOrEqual(44);
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1366, height: 900 }, hasTouch: false, isMobile: false });

  test('every sentence and source is there without a click', async ({ page }) => {
    await page.goto(`${council}/key-figures`);
    for (const source of await page.locator('.keys .more-of-it').all()) await expect(source).toBeVisible();
  });
});
