// A mail is read as it will be, then sent: the SMTP server of with_sites.sh has it, word for word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { council, expect, test } from '../support/fixture.mjs';
import { tabTo } from '../support/keyboard.mjs';

test.describe.configure({ mode: 'serial' });

// Sites that somebody else started need the server of with_sites.sh too.
const folder = process.env.MAILLAGE_MAILS;
const plain = (text) => text.replaceAll(/\s+/gu, ' ').trim();
const taken = (subject) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .filter((mail) => plain(mail.headers.subject) === subject);
// What was asked leaves within the minute.
const arrived = async (subject) => {
  await expect.poll(() => taken(subject).length, { timeout: 60_000 }).toBe(1);
  return taken(subject)[0];
};
const shown = async (page) => (await page.locator('.letter').first().textContent()).trim();
const subjectShown = async (page) => plain(await page.locator('#letter strong[lang]').first().textContent());

test('the letter that was read is the one that arrives', async ({ page }) => {
  await page.goto(`${council}/digest?language=fr`);
  const [text, subject] = [await shown(page), await subjectShown(page)];
  expect(text).toContain('Actions');
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await expect(page.locator('#es')).toBeFocused();
  expect(taken(subject)).toEqual([]);
  await page.getByRole('checkbox', { name: /relu le texte/ }).check();
  await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
  await expect(page.locator('main')).toContainText('file d’envoi');

  const mail = await arrived(subject);
  expect(mail.to).toEqual(['elue@laval.example']);
  expect(mail.text.trim()).toBe(text);
  expect(mail.headers['auto-submitted']).toBe('auto-generated');
  await page.goto(`${council}/mails`);
  await expect(page.locator('main')).toContainText('Remis au serveur');
});

test('the letter is shown in the other language too, and its history keeps the text without names', async ({
  page,
}) => {
  await page.goto(`${council}/digest`);
  await page.locator('#letter').getByRole('link', { name: 'Anglais' }).click();
  await expect(page.locator('.letter').first()).toHaveAttribute('lang', 'en');
  expect(await shown(page)).toContain('Actions: 47');
  const line = page.locator('#history tbody tr').first();
  await expect(line.locator('td').nth(1)).toHaveText('1');
  await line.locator('summary').click();
  await expect(line.locator('.letter')).toBeVisible();
  await expect(line).not.toContainText('Leroy');
});

test('an organisation is reminded once a week: how many figures, a link, nothing else', async ({ page }) => {
  await page.goto(`${council}/indicators/missing`);
  await page
    .locator('main')
    .getByRole('link', { name: /[Rr]elan/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relances');
  const subject = await subjectShown(page);
  const row = page.locator('tbody tr', { hasText: 'Police nationale' });
  const figures = await row.locator('td').first().textContent();
  await tabTo(page, row.getByRole('button'), 90);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('La relance est dans la file d’envoi');
  await expect(row).toContainText('Relancé cette semaine');
  await expect(row.getByRole('button')).toHaveCount(0);

  const text = plain((await arrived(subject)).text);
  expect(text).toContain(`échéance passée : ${figures}.`);
  expect(text).toContain('/laval/indicators/missing');
  expect(text).not.toContain('Police');
});

test('somebody chooses their mails with the keyboard', async ({ page }) => {
  await page.goto(`${council}/profile`);
  await page.getByRole('link', { name: 'Choisir les courriels que je reçois' }).press('Enter');
  const box = page.getByRole('checkbox', { name: /relances de chiffres/ });
  await box.press('Space');
  await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
  await expect(page.locator('main')).toContainText('Votre choix vaut');
  await expect(box).not.toBeChecked();
});
