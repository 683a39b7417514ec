// A coordinator of another town: from an empty council to a first dashboard by two spreadsheets, with the keyboard
// alone, in both languages, and looked at on a phone.
import { test } from '@playwright/test';
import { newAccount, newCouncil, openAccount } from '../support/accounts.mjs';
import { expect } from '../support/fixture.mjs';
import { attach, choose, press, type } from '../support/keyboard.mjs';
import { agents, speak } from '../support/session.mjs';
import { watch } from '../support/watch.mjs';

const csv = (name, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });

const texts = {
  fr: {
    town: 'essai-fr',
    begin: 'Commencer',
    skip: 'Passer cette étape',
    organisation: 'Ajouter une organisation',
    confirm: /^Importer \d/,
    correct: 'Corriger et relire',
    board: 'Voir le tableau de bord',
    proposal: 'Proposition',
    noBody: 'Aucune instance ne suit ce groupe',
    indicators: [
      'Indicateur;Groupe;Ce qu’il compte;Nature;Type de valeur;Fréquence;Source;Ce qu’il ne dit pas;2025',
      'Rondes à pied;G1;Rondes faites;Activité;Nombre de faits;Chaque année;Registre;Rien des faits;12',
      'Visites;G1;Visites faites;Humeur;Nombre de faits;Chaque année;Registre;Rien des suites;douze',
    ],
  },
  en: {
    town: 'essai-en',
    begin: 'Begin',
    skip: 'Skip this step',
    organisation: 'Add an organisation',
    confirm: /^Import \d/,
    correct: 'Correct and read again',
    board: 'See the dashboard',
    proposal: 'Proposed',
    noBody: 'No body follows this group',
    indicators: [
      'Indicator;Group;What it counts;Kind;Type of value;Frequency;Source;What it does not say;2025',
      'Rounds on foot;G1;Rounds made;Activity;Number of facts;Every year;Register;Nothing of the facts;12',
      'Visits;G1;Visits made;Mood;Number of facts;Every year;Register;Nothing of what follows;twelve',
    ],
  },
};

// A town of its own, and its coordinator signed in.
const comeIn = async (page, town, language) => {
  newCouncil(town);
  const address = `coordination@${town}.example`;
  const code = newAccount({ address, name: 'Robin Blanc', role: 'coordinator', town });
  await openAccount(page, { address, code, language });
  await page.waitForURL((url) => url.pathname.startsWith(`/${town}`));
  await speak(page, language);
};

// The state of each of the first steps.
const stepsOf = (page) => page.locator('#first-steps .tasks li .st');
const home = (page, language) => page.goto(`${agents}/${texts[language].town}`);
const begin = async (page, language) => {
  await home(page, language);
  await press(page, page.locator('#first-steps').getByRole('link', { name: texts[language].begin }), 90);
};

const nameTheGround = async (page, language) => {
  const { town, organisation, skip } = texts[language];
  await begin(page, language);
  await press(page, page.getByRole('link', { name: organisation }), 60);
  await type(page, page.locator('#name'), 'Mission locale');
  await choose(page, page.locator('#kind'), 'association');
  await press(page, page.locator('main form button[type="submit"]').last());
  await expect(page.locator('main')).toContainText('Mission locale');
  await home(page, language);
  // The bodies come with a file of the administrator: left for later.
  await press(page, page.locator('#first-steps').getByRole('button', { name: skip }), 90);
  await expect(stepsOf(page).nth(1)).toHaveClass(/\boff\b/);
  for (const [kind, code, label] of [
    ['domain', 'PRE', 'Prévention'],
    ['group', 'G1', 'Groupe jeunesse'],
  ]) {
    await page.goto(`${agents}/${town}/strategy`);
    const folded = page.locator('#references details:not([open]) > summary');
    if (await folded.count()) await press(page, folded.first(), 90);
    await choose(page, page.locator('#reference_kind'), kind);
    await type(page, page.locator('#reference_code'), code);
    await type(page, page.locator('#reference_label'), label);
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toContainText(`${code} · ${label}`);
  }
};

const importActions = async (page, language) => {
  await begin(page, language);
  await attach(
    page,
    page.locator('#file'),
    csv('actions.csv', [
      'code;domain;title;pilot;group;due',
      'PRE-1;PRE;Ouvrir un local;Service jeunesse;G1;01/03/2028',
      'PRE-2;PRE;Réunir les bailleurs;Cabinet;G1;01/03/2028',
    ]),
  );
  await press(page, page.locator('main form button[type="submit"]').first());
  await press(page, page.getByRole('button', { name: texts[language].confirm }), 90);
  await expect(page.locator('main')).toContainText(/Import terminé|Import finished/);
};

const importIndicators = async (page, language) => {
  const { indicators, confirm, correct, board } = texts[language];
  await begin(page, language);
  await attach(page, page.locator('#file'), csv('indicators.csv', indicators));
  await press(page, page.locator('main form button[type="submit"]').first());
  // The errors take the focus, one for each cell; their links lead to the fields.
  await expect(page.locator('#es')).toBeFocused();
  await expect(page.locator('#es li')).toHaveCount(2);
  await choose(page, page.locator('#c-3-kind'), 'activity');
  await type(page, page.locator('#c-3-v-2025'), '7');
  await press(page, page.getByRole('button', { name: correct }));
  await expect(page.locator('#es')).toHaveCount(0);
  await press(page, page.getByRole('button', { name: confirm }), 90);
  await press(page, page.getByRole('link', { name: board }), 60);
};

for (const language of ['fr', 'en'])
  test(`an empty council has its first dashboard by two spreadsheets (${language})`, async ({ page }) => {
    const faults = await watch(page, { statuses: [404, 422] });
    await comeIn(page, texts[language].town, language);
    await nameTheGround(page, language);
    await importActions(page, language);
    await importIndicators(page, language);
    const board = page.locator('#G1');
    await expect(board.locator('tbody tr')).toHaveCount(2);
    await expect(board).toContainText('12');
    await expect(board).toContainText(texts[language].proposal);

    await page.goto(`${agents}/${texts[language].town}/dashboard/G1`);
    // Its meetings come with the file of the administrator: until then nothing is agreed on, and the page says so.
    await expect(page.locator('#agreement')).toContainText(texts[language].noBody);
    await home(page, language);
    const steps = stepsOf(page);
    for (const [at, state] of ['ok', 'off', 'ok', 'ok', 'ok', 'ok', 'todo'].entries())
      await expect(steps.nth(at)).toHaveClass(new RegExp(`\\b${state}\\b`));
    expect(faults).toEqual([]);
  });

test('the pages of the first run fit a phone', async ({ page }) => {
  const town = 'essai-mobile';
  await comeIn(page, town, 'fr');
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = async () =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  for (const path of ['', '/dashboard', '/indicators/import']) {
    await page.goto(`${agents}/${town}${path}`);
    await narrow();
  }
  await page.locator('#file').setInputFiles(csv('indicators.csv', texts.fr.indicators));
  await page.locator('main form button[type="submit"]').first().click();
  await expect(page.locator('#corrections')).toBeVisible();
  await narrow();
  await page.screenshot({ path: 'build/browser/first-run-phone.png', fullPage: true });
});
