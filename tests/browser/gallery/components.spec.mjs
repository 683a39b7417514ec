// Every component in light, dark, on a phone and in forced colours: no axe violation, nothing wider than the screen.
import { axe } from '../support/axe.mjs';
import { expect, test } from './fixture.mjs';

const pages = ['/', '/board', '/forms', '/lists', '/help', '/sign-in'];
const looks = [
  ['light', { width: 1280, height: 900 }, 'light'],
  ['dark', { width: 1280, height: 900 }, 'dark'],
  ['phone', { width: 390, height: 844 }, 'light'],
];

for (const path of pages)
  for (const [name, viewport, colorScheme] of looks)
    test(`${path} is accessible in ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      expect(await axe(page)).toEqual([]);
    });

for (const path of pages)
  test(`${path} fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

test('menus, palette and drawer are accessible when open', async ({ page }) => {
  await page.goto('/board');
  await page.locator('.menu > summary').first().click();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.locator('#palette')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Aide' }).first().click();
  await expect(page.locator('#drawer')).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test('the text font draws the narrow space of French numbers', async ({ page }) => {
  await page.goto('/');
  const width = await page.evaluate(async () => {
    await document.fonts.load('16px Inter', '1\u202f2');
    const measure = document.createElement('canvas').getContext('2d');
    measure.font = '16px Inter';
    return measure.measureText('1\u202f2').width - measure.measureText('12').width;
  });
  expect(width).toBeGreaterThan(1);
  expect(width).toBeLessThan(5);
});
