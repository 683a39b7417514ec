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
      await page.locator('.heading .menu > summary').tap();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await expect(page.locator('.heading .sheet button').first()).toBeInViewport();
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
