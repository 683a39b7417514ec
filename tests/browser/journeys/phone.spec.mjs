// On a phone: the navigation opens, a table is a list of cards, nothing scrolls sideways, fingers hit what they aim at.
import { council, expect, test } from '../support/fixture.mjs';

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const journeys = [
  '',
  '/actions',
  '/actions/kanban',
  '/actions/gantt',
  '/actions/PRE-2',
  '/actions/PRE-2/edit',
  '/actions/PRE-7',
  '/actions/import',
  '/indicators/import',
  '/help/demo-20-minutes',
  '/organisations',
  '/organisations/new',
  '/bodies/cddf',
  '/search?q=jeunes',
  '/profile',
  '/key-figures',
  '/key-figures/choice',
  '/slides',
  '/slides?slide=2',
];

// Controls a finger reaches less than 44 pixels of, and links within text that have less than 24 pixels to themselves.
// What a label adds to its box counts; drawings have their table, and the heads of tables are not shown.
const tooSmall = () => {
  const controls = [
    ...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])'),
  ].filter((element) => element.checkVisibility() && !element.closest('svg, dialog, thead'));
  const box = (element) => {
    const choice = element.matches('[type="checkbox"], [type="radio"]');
    const label = choice && (element.closest('label') ?? element.labels[0]);
    const boxes = [element, ...(label ? [label] : [])].map((part) => part.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
    const [right, bottom] = [Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))];
    return { element, left, top, width: right - left, height: bottom - top };
  };
  const all = controls.map(box).filter((one) => one.width > 1 && one.height > 1);
  const inText = ({ element }) =>
    element.tagName === 'A' && /^inline(-block)?$/.test(getComputedStyle(element).display);
  const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
  const crowded = (one) => {
    const [x, y] = middle(one);
    return all.some((other) => {
      const [otherX, otherY] = middle(other);
      if (other === one || Math.abs(otherX - x) >= (one.width + other.width) / 2 + 12) return false;
      return Math.abs(otherY - y) < Math.min(24, 12 + other.height / 2);
    });
  };
  const name = ({ element, width, height }) =>
    `${element.tagName}.${element.className} "${(element.textContent || element.name).trim().slice(0, 30)}" ${Math.round(width)}×${Math.round(height)}`;
  return all
    .filter((one) => (inText(one) ? one.height < 24 && crowded(one) : one.width < 43.5 || one.height < 43.5))
    .map(name);
};

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

    test('fingers hit what they aim at, on every page of the main journeys', async ({ page }) => {
      for (const path of journeys) {
        await page.goto(council + path);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details:not(.menu)')) details.open = true;
        });
        expect.soft(await page.evaluate(tooSmall), path).toEqual([]);
      }
    });

    test('fingers hit what an open menu and the navigation offer', async ({ page }) => {
      await page.goto(`${council}/actions/PRE-2`);
      await page.getByRole('button', { name: 'Menu' }).tap();
      expect(await page.evaluate(tooSmall)).toEqual([]);
      await page.goto(`${council}/actions/PRE-2`);
      await page.locator('.heading .menu > summary').first().tap();
      expect(await page.evaluate(tooSmall)).toEqual([]);
      await page.goto(council);
      await page.getByRole('button', { name: 'Menu' }).tap();
      await page.locator('.tools .menu > summary').tap();
      expect(await page.evaluate(tooSmall)).toEqual([]);
    });
  });
