// On a phone: the navigation opens, a table is a list of cards, nothing scrolls sideways, fingers hit what they aim at.
import { council, expect, test } from './fixture.mjs';

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const width of [390, 320])
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 780 }, hasTouch: true, isMobile: true });

    test('one goes from today to an action and changes it', async ({ page }) => {
      await page.goto(council);
      const opener = page.getByRole('button', { name: 'Menu' });
      await opener.tap();
      await expect(opener).toHaveAttribute('aria-expanded', 'true');
      await page.locator('#nav').getByRole('link', { name: 'Actions', exact: true }).tap();
      await expect(page).toHaveURL(/\/actions$/);
      await expect(page.locator('#nav')).toBeHidden();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      const row = page.locator('tbody tr').first();
      await expect(row).toBeVisible();
      const labels = await row
        .locator('td[data-l]')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content);
      expect(labels).toContain('tat');
      await row.locator('th a').tap();
      await expect(page).toHaveURL(/\/actions\/AGG-1$/);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await page.locator('.heading .menu > summary').first().tap();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await expect(page.locator('.heading .sheet button').first()).toBeInViewport();
    });

    test('the tools are in the menu, and the page begins on the first screen', async ({ page }) => {
      await page.goto(`${council}/actions`);
      const language = page.getByRole('button', { name: 'English' });
      await expect(language).toBeHidden();
      const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
      expect(heading.y).toBeLessThan(300);
      await page.getByRole('button', { name: 'Menu' }).tap();
      await expect(language).toBeVisible();
      await page.locator('.tools .menu > summary').tap();
      await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeInViewport();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    });

    test('a step has one button, the others are behind three dots', async ({ page }) => {
      await page.goto(`${council}/actions/TRQ-13`);
      const row = page.locator('.row-acts').first();
      expect((await row.boundingBox()).height).toBeLessThan(60);
      await row.locator('summary').tap();
      await expect(row.getByRole('button', { name: /^Supprimer/ })).toBeInViewport();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
    });

    test('what is pressed is large enough', async ({ page }) => {
      await page.goto(`${council}/actions`);
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'main button, main a.btn, main summary, main select, header a, header button',
          ),
        ]
          .filter((element) => element.checkVisibility())
          .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect().height])
          .filter(([, height]) => height > 0 && height < 32),
      );
      expect(small).toEqual([]);
    });
  });
