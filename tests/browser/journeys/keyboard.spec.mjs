// No mouse at all: from the sign-in to a changed action, with Tab, Enter and letters.
import { test as base } from '@playwright/test';
import { expect, test } from '../support/fixture.mjs';
import { tabTo } from '../support/keyboard.mjs';
import { council, password } from '../support/session.mjs';

const focus = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const box = element?.getBoundingClientRect();
    const style = element && getComputedStyle(element);
    return {
      name: element?.id || element?.textContent?.trim().slice(0, 40),
      tag: element?.tagName,
      seen: Boolean(
        box &&
          box.width > 0 &&
          box.height > 0 &&
          (style.outlineStyle !== 'none' || style.boxShadow !== 'none'),
      ),
    };
  });

base('one signs in with the keyboard', async ({ page }) => {
  await page.goto(`${process.env.MAILLAGE_AGENTS_URL}/sign-in`);
  await tabTo(page, page.locator('input[name="email"]'), 12);
  await page.keyboard.type('elue@laval.example');
  await tabTo(page, page.locator('input[name="password"]'), 3);
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’essentiel');
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await page.goto(`${council}/actions`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main').contains(document.activeElement))).toBe(
    true,
  );
});

test('every stop of the tracking table shows where the focus is', async ({ page }) => {
  await page.goto(`${council}/actions?domain=RAD`);
  const stops = [];
  for (let presses = 0; presses < 70; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focus(page);
    if (stop.tag === 'BODY') break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(40);
  expect(stops.filter((stop) => !stop.seen)).toEqual([]);
});

test('an action changes its state with the keyboard alone', async ({ page }) => {
  await page.goto(`${council}/actions?q=AGG-2`);
  const menu = page.locator('tbody tr summary').first();
  await tabTo(page, menu, 70);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('form.undo')).toBeVisible();
  await tabTo(page, page.locator('form.undo button'), 70);
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody tr .st').first()).toHaveText('À démarrer');
});

test('a menu closes with Escape and gives the focus back', async ({ page }) => {
  await page.goto(council);
  const menu = page.locator('.top .menu > summary');
  await tabTo(page, menu, 40);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Se déconnecter' })).toBeHidden();
  await expect(menu).toBeFocused();
});
