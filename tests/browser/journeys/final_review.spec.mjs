// The final review written in two windows: what is typed is kept, and neither text is lost.
import { council, expect, test } from '../support/fixture.mjs';

test.describe.configure({ mode: 'serial' });

const text = `${council}/final-review/texts/OBJ-2`;
const field = (page) => page.locator('#review_text');
const save = (page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click();

test('what is typed is kept by itself and offered again', async ({ page }) => {
  await page.goto(`${council}/final-review/texts/OBJ-3`);
  await field(page).fill('Nos polices se coordonnent **mieux**.');
  await expect(page.locator('.draft')).toContainText('Brouillon enregistré', { timeout: 10_000 });
  await page.goto(`${council}/final-review`);
  await page.getByRole('link', { name: /^Écrire : OBJ-3/ }).click();
  await expect(field(page)).toHaveValue('');
  await page.getByRole('link', { name: 'Reprendre le brouillon' }).click();
  await expect(field(page)).toHaveValue('Nos polices se coordonnent **mieux**.');
  await page.getByRole('button', { name: 'Aperçu' }).click();
  await expect(page.locator('main strong')).toHaveText('mieux');
  await expect(field(page)).toHaveValue('Nos polices se coordonnent **mieux**.');
  await save(page);
  await expect(page.locator('section', { hasText: 'OBJ-3' }).locator('strong').first()).toHaveText('mieux');
});

test('the same text is written in two windows: the second puts both together', async ({ page, context }) => {
  await page.goto(text);
  await field(page).fill('Le réseau VIF est élargi.\n\nUn protocole est signé.\n\nReste à l’ouvrir.');
  await save(page);
  await page.waitForURL(/\/final-review(#.*)?$/);
  const other = await context.newPage();
  await other.goto(text);
  await page.goto(text);
  await field(page).fill(
    'Le réseau VIF est élargi.\n\nUn protocole est signé.\n\nReste à l’ouvrir aux personnes âgées.',
  );
  await save(page);
  await page.waitForURL(/\/final-review(#.*)?$/);

  await field(other).fill(
    'Le réseau VIF est conforté et élargi.\n\nUn protocole est signé.\n\nReste à l’ouvrir.',
  );
  await save(other);
  await other.waitForURL(/\/conflicts\/\d+$/);
  // Both are one's own: nobody else is spoken of.
  await expect(other.locator('main')).toContainText('dans une autre fenêtre');
  await expect(other.locator('main')).not.toContainText('autre personne');
  await expect(other.locator('section[aria-labelledby*="theirs"]')).toContainText('personnes âgées');
  await expect(other.locator('section[aria-labelledby*="mine"]')).toContainText('conforté');
  await expect(field(other)).toHaveValue(
    'Le réseau VIF est conforté et élargi.\n\nUn protocole est signé.\n\nReste à l’ouvrir aux personnes âgées.',
  );
  await other.getByRole('button', { name: 'Enregistrer les deux réunis' }).click();
  await other.waitForURL(/\/final-review(#.*)?$/);
  await expect(other.locator('main')).toContainText('conforté et élargi');
  await expect(other.locator('main')).toContainText('personnes âgées');
});
