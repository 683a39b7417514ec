// The dashboard on a projector: by the keyboard alone, and without script.
import { council, expect, test } from '../support/fixture.mjs';

const at = (page) => page.locator('.slide .at');
const last = async (page) => Number((await at(page).textContent()).split(' ').at(-1));

test('keys go forward, back, to both ends and out', async ({ page }) => {
  await page.goto(`${council}/slides?groups=council,G1`);
  const count = await last(page);
  const steps = [
    ['ArrowRight', 2],
    ['PageDown', 3],
    ['ArrowLeft', 2],
    ['PageUp', 1],
    ['End', count],
    ['ArrowRight', count],
    ['Home', 1],
  ];
  for (const [key, wanted] of steps) {
    await page.keyboard.press(key);
    await expect(at(page)).toHaveText(`${wanted} sur ${count}`);
  }
  await expect(page).toHaveURL(/groups=council%2CG1/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/dashboard$/);
});

test('the progress is announced and the message takes the focus', async ({ page }) => {
  await page.goto(`${council}/slides`);
  const count = await last(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#live')).toHaveText(`2 sur ${count}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a slide fills the screen with large type and no navigation', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`${council}/slides?slide=2`);
  await expect(page.locator('#nav')).toBeHidden();
  const size = await page.getByRole('heading', { level: 1 }).evaluate((h) => getComputedStyle(h).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(40);
  await expect(page.locator('.slide .source').last()).toBeInViewport();
  await expect(page.locator('.slide svg.plot:visible').first()).toBeInViewport();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('links do the same', async ({ page }) => {
    await page.goto(`${council}/slides`);
    await page.getByRole('link', { name: 'Suivante' }).click();
    await expect(at(page)).toHaveText(/^2 sur /);
    await page.getByRole('link', { name: 'Dernière' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('D’où viennent ces chiffres');
    await page.getByRole('link', { name: 'Quitter' }).click();
    await expect(page).toHaveURL(/\/dashboard$/);
  });
});
