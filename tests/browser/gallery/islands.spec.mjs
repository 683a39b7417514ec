// Each island against the markup of the gallery, under the product's content policy.
import { expect, test } from './fixture.mjs';

const focused = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

test('a boosted link moves the focus to the heading and the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Listes' }).click();
  await expect(page).toHaveURL(/\/lists$/);
  await expect.poll(() => focused(page)).toBe('H1');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Aujourd’hui');
});

test('a refused form takes the focus to its summary and says so', async ({ page }) => {
  await page.goto('/forms');
  await page.fill('#text', 'Un texte');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect.poll(() => focused(page)).toBe('es');
  await expect(page.locator('#live')).toHaveText('1 erreur');
});

test('a focused field is replaced by the server’s value', async ({ page }) => {
  await page.goto('/forms');
  await page.fill('#due', 'autre chose');
  await page.press('#due', 'Enter');
  await expect(page.locator('#due')).toHaveValue('1/2/26');
});

test('the palette finds, moves and opens with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Aller à une page' });
  await expect(box).toBeFocused();
  await box.pressSequentially('noc');
  await expect(page.getByRole('option', { name: 'Charte de la vie nocturne' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/lists$/);
  await expect(page.locator('#palette')).toBeHidden();
});

test('letters search, go, move and help, and can be switched off', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('/');
  await expect(page.locator('#find')).toBeFocused();
  await page.keyboard.type('g');
  await expect(page.locator('#find')).toHaveValue('g');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.locator('#keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Référents violences' }).last()).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL(/\/board$/);
  await page.goto('/?keys=off');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  await expect(page.locator('#keys')).toBeHidden();
  await expect(page.locator('#find')).not.toBeFocused();
});

test('rows are selected, counted and kept in the links to other pages', async ({ page }) => {
  await page.goto('/board');
  await expect(page.locator('.bulk')).toBeHidden();
  await page.getByRole('checkbox', { name: 'Sélectionner PRE-1' }).check();
  await expect(page.locator('.bulk .count')).toHaveText('1 action sélectionnée');
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check();
  await expect(page.locator('.bulk .count')).toHaveText('6 actions sélectionnées');
  await expect(page.getByRole('link', { name: '2', exact: true })).toHaveAttribute(
    'href',
    '/board?page=2&selected=1%2C2%2C3%2C4%2C5%2C6',
  );
});

test('a card moves with the pointer and keeps the focus', async ({ page }) => {
  await page.goto('/board');
  const card = page.locator('#card-PRE-1');
  await card.scrollIntoViewIfNeeded();
  const from = await card.boundingBox();
  const to = await page.locator('[data-state="ok"]').boundingBox();
  await page.mouse.move(from.x + 120, from.y + 60);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 80, { steps: 8 });
  await expect(page.locator('.lane.over')).toHaveAttribute('data-state', 'ok');
  await page.mouse.up();
  await expect(page.locator('[data-state="ok"] #card-PRE-1')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('card-PRE-1');
  await expect(page.locator('#live')).toContainText('Terminée');
});

test('a card moves from its own menu with the keyboard', async ({ page }) => {
  await page.goto('/board');
  await page.locator('#card-TRQ-4 summary').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-state="run"] #card-TRQ-4')).toBeVisible();
  await expect.poll(() => focused(page)).toBe('card-TRQ-4');
});

test('the undo bar waits for whoever is in it, then leaves', async ({ page }) => {
  await page.clock.install();
  await page.goto('/board');
  const bar = page.locator('.undo.floating');
  await expect(bar).toBeVisible();
  await bar.getByRole('button').focus();
  await page.clock.runFor(15_000);
  await expect(bar).toBeVisible();
  await page.locator('#find').focus();
  await page.clock.runFor(11_000);
  await expect(bar).toBeHidden();
});

test('a long form is kept on the server two seconds after the last key', async ({ page }) => {
  await page.goto('/forms');
  await page.fill('#text', 'Réunion avec les bailleurs');
  await expect(page.locator('.draft')).toHaveText(/^Brouillon enregistré à \d+\sh\s\d\d$/);
  const kept = await (await page.request.get('/drafts')).json();
  expect(new URLSearchParams(kept.at(-1)).get('text')).toBe('Réunion avec les bailleurs');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the progress of a job leads to its result', async ({ page }) => {
  await page.goto('/job');
  await expect(page).toHaveURL(/\/help$/);
});

test('a file is downloaded, not swapped into the page', async ({ page }) => {
  await page.goto('/board');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Exporter' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('actions.csv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Actions');
});

test('the theme changes at once', async ({ page }) => {
  await page.goto('/');
  await page.locator('.top .menu > summary').click();
  await page.getByRole('button', { name: 'Sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Sombre' })).toHaveAttribute('aria-pressed', 'true');
});

test('the session is prolonged from its warning', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await expect(page.locator('html')).toHaveClass(/js/);
  await page.waitForLoadState('networkidle');
  await page.clock.runFor(781_000);
  await expect(page.locator('#session')).toBeVisible();
  await page.clock.runFor(30_000);
  await expect(page.locator('#session .left')).toHaveText(/^Il reste 1:[23]\d\.$/);
  await page.getByRole('button', { name: 'Prolonger la session' }).click();
  await expect(page.locator('#session')).toBeHidden();
  await page.clock.runFor(781_000);
  await expect(page.locator('#session .left')).toHaveText(/^Il reste 1:5\d\.$/);
});

// A page whose session ended over something typed, with the token of that session.
const outlasted = async (page) => {
  await page.clock.install();
  await page.goto('/forms');
  await page.waitForLoadState('networkidle');
  await page.fill('#text', 'Un texte');
  await page.locator('input[name="csrf"]').evaluate((field) => {
    field.value = 'ancien';
  });
  await page.clock.runFor(903_000);
  return page.getByRole('dialog', { name: 'Votre session est terminée' });
};

test('a session that ends leaves what is typed', async ({ page }) => {
  const over = await outlasted(page);
  await expect(over).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prolonger la session' })).toBeHidden();
  await expect(over.getByRole('link')).toBeFocused();
  await expect(over.getByRole('link')).toHaveAttribute('target', '_blank');
  await over.getByRole('button', { name: 'Fermer' }).click();
  await expect(page.locator('#text')).toHaveValue('Un texte');
});

test('who signed in again comes back to a page with the new token, and is warned anew', async ({ page }) => {
  const over = await outlasted(page);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(over).toBeHidden();
  await expect(page.locator('input[name="csrf"]')).toHaveValue('jeton');
  await expect(page.locator('#text')).toHaveValue('Un texte');
  await page.clock.runFor(781_000);
  await expect(page.getByRole('dialog', { name: /se termine/ })).toBeVisible();
});

test('what one person typed is not sent by another who signs in', async ({ page }) => {
  const over = await outlasted(page);
  await page.locator('.top .menu > summary').evaluate((name) => {
    name.textContent = 'Paul Martin';
  });
  await Promise.all([
    page.waitForResponse((answer) => answer.request().resourceType() === 'fetch'),
    page.evaluate(() => dispatchEvent(new Event('focus'))),
  ]);
  await page.waitForLoadState('networkidle');
  await expect(over).toBeVisible();
  await expect(page.locator('input[name="csrf"]')).toHaveValue('ancien');
});

test('a session that ends takes a page without anything typed', async ({ page }) => {
  await page.clock.install();
  await page.goto('/lists');
  await page.waitForLoadState('networkidle');
  await Promise.all([page.waitForEvent('load'), page.clock.runFor(903_000)]);
  await expect(page.locator('#session')).toBeHidden();
});

test('help opens beside the page and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const help = page.getByRole('region').getByRole('link', { name: 'Aide' });
  await help.click();
  await expect(page.locator('#drawer').getByRole('heading', { name: 'Suivre les actions' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
});

test('on a phone the navigation opens from a button that says so', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/');
  const opener = page.getByRole('button', { name: 'Menu' });
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await opener.click();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('link', { name: 'Annuaire' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Annuaire' })).toBeHidden();
  await expect(opener).toBeFocused();
});
