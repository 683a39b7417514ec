// The kanban: a card moves by pointer and by its menu, stays focused, and the move is said.
import { council, createAction, expect, test, unique } from './fixture.mjs';

const open = async (page) => {
  const title = unique('Carte');
  const path = await createAction(page, title);
  const id = `card-${path.split('/').at(-1)}`;
  await page.goto(`${council}/actions/kanban?q=${encodeURIComponent(title)}`);
  return { id, card: page.locator(`#${id}`) };
};
const focused = (page) => page.evaluate(() => document.activeElement?.id);

test('a card moves from its menu with the keyboard', async ({ page }) => {
  const { id, card } = await open(page);
  await card.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator(`[data-state="under_way"] #${id}`)).toBeVisible();
  await expect.poll(() => focused(page)).toBe(id);
  await expect(page.locator('#live')).toContainText('En cours');
});

test('a card moves with the pointer', async ({ page }) => {
  const { id, card } = await open(page);
  const from = await card.boundingBox();
  const to = await page.locator('[data-state="under_way"]').boundingBox();
  await page.mouse.move(from.x + from.width - 12, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 6 });
  await page.mouse.up();
  await expect(page.locator(`[data-state="under_way"] #${id}`)).toBeVisible();
  await expect.poll(() => focused(page)).toBe(id);
});
