// Pages that no link leads to: what a form answers, and what refuses.
import { codeOf, givePassword, putInForce, setUp } from './second_factor.mjs';
import { agents, council, password, signIn } from './session.mjs';

let secret;

const actions = `${agents}${council}/actions`;
const send = (page, name) => page.locator('main').getByRole('button', { name }).first().click();
const file = (text) => ({ name: 'actions.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

// Through the first link of the page to such an address, so that links and routes are proved to agree.
const follow = async (page, part, also = '') => {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.open = true;
  });
  await page.locator(`main a[href*="${part}"]${also}`).first().click();
  await page.waitForURL((url) => url.pathname.includes(part));
};

const upload = async (page, text) => {
  await page.goto(`${actions}/import`);
  await page.setInputFiles('input[type="file"]', file(text));
  await page.locator('main form button[type="submit"]').first().click();
};

const freeze = async (page) => {
  await page.goto(`${agents}${council}/snapshots/new`);
  await page.fill('#meeting_on', '15/12/2026');
  await send(page, /Figer/);
  await page.waitForURL(/\/snapshots\/\d+$/);
};

export const scenes = {
  'a request for a right': async (page) => {
    await page.goto(`${agents}${council}/accounts/requests`);
    await page.locator('main table a').first().click();
    await page.waitForURL('**/accounts/requests/*');
  },
  'a refused new action': async (page) => {
    await page.goto(`${actions}/new`);
    await page.fill('#due', '31/02/2027');
    await send(page, /Créer/);
    await page.locator('#es').waitFor();
  },
  'a refused step': async (page) => {
    await page.goto(`${actions}/PRE-2`);
    await page.locator('summary', { hasText: 'Ajouter une étape' }).click();
    await page.locator('form[action$="/steps"] button').click();
    await page.locator('#es').waitFor();
  },
  'a change of many actions, before it is done': async (page) => {
    await page.goto(actions);
    await page.locator('input[name="row"]').nth(0).check();
    await page.locator('input[name="row"]').nth(1).check();
    await page.fill('#bulk_pilot', 'Service jeunesse');
    await page.locator('.bulk button[type="submit"]').click();
    await page.locator('form[action$="/actions/bulk"]').waitFor();
  },
  'a refused change of many actions': async (page) => {
    await page.goto(actions);
    await page.locator('input[name="row"]').nth(0).check();
    await page.locator('.bulk button[type="submit"]').click();
    await page.locator('#es').waitFor();
  },
  'a file that is no table': async (page) => {
    await upload(page, '');
    await page.locator('#es').waitFor();
  },
  'an import of indicators with cells to correct': async (page) => {
    await page.goto(`${agents}${council}/indicators/import`);
    const text =
      'Indicateur;Groupe;Nature;Type de valeur;Fréquence;2025\nVisites;G9;Humeur;Nombre de faits;Chaque année;x\n';
    await page.setInputFiles('input[type="file"]', { ...file(text), name: 'indicators.csv' });
    await page.locator('main form button[type="submit"]').first().click();
    await page.locator('#corrections').waitFor();
  },
  'an import before it is done': async (page) => {
    await upload(
      page,
      'code;titre;domaine;échéance\nPRE-1;Un titre;PRE;31/02/2027\nPRE-90;Une action;PRE;1/2/2027\n',
    );
    await page.waitForURL(/import\/[0-9a-f]+/);
  },
  'the table on its way to paper': async (page) => {
    await page.goto(actions);
    await page.locator('form[action$="/actions/print"] button').click();
    await page.waitForURL(/\/jobs\/\d+/);
  },
  'a new line of a counter': async (page) => {
    await page.goto(`${actions}/PRE-7`);
    await follow(page, '/lines/new');
  },
  'a line of a counter, corrected': async (page) => {
    await page.goto(`${actions}/PRE-7`);
    await follow(page, '/lines/', ':not([href$="/new"])');
  },
  'a counter, corrected': async (page) => {
    await page.goto(`${actions}/PRE-7`);
    await follow(page, '/records/', '[href$="/edit"]');
  },
  'a line of the budget, corrected': async (page) => {
    await page.goto(`${actions}/VUL-4`);
    await follow(page, '/budget/');
  },
  'a page that does not exist': async (page) => {
    await page.goto(`${agents}${council}/nowhere`);
  },
  'a refused organisation': async (page) => {
    await page.goto(`${agents}${council}/organisations/new`);
    await page.locator('main form button[type="submit"]').first().click();
    await page.locator('#es').waitFor();
  },
  'a search that finds nothing': async (page) => {
    await page.goto(`${agents}${council}/search?q=zzzz`);
  },
  'a pasted list before people are invited': async (page) => {
    await page.goto(`${agents}${council}/accounts/list`);
    await page.fill('#people', 'Alix Blanc <alix@laval.example>\nsans adresse\nDpo; dpo@laval.example');
    await page.selectOption('#role', 'elected');
    await page.locator('main form button[type="submit"]').click();
    await page.locator('form[action$="/accounts/list"]').waitFor();
  },
  'a dashboard before it is frozen, refused': async (page) => {
    await page.goto(`${agents}${council}/snapshots/new`);
    await send(page, /Figer/);
    await page.locator('#es').waitFor();
  },
  'a frozen dashboard': async (page) => {
    await freeze(page);
  },
  'two snapshots beside each other': async (page) => {
    await freeze(page);
    await follow(page, '/snapshots/comparison');
  },
  'the list of snapshots': async (page) => {
    await page.goto(`${agents}${council}/snapshots`);
  },
  'a table of figures before it is written': async (page) => {
    const entry = `${agents}${council}/dashboard/G3/entry`;
    await page.goto(entry);
    await page.fill(
      '#pasted',
      'Code\t2026-05/2026-08\t31/02\ng3-rencontres-population\t6\t7\ng3-inconnu\t1\t\n' +
        'g3-operations-conjointes\tquatre\t\n',
    );
    await page.locator('form[action$="/entry/tables"] button[type="submit"]').click();
    await page.locator('form[action$="/confirmation"]').waitFor();
  },
  'the end of the strategy, refused': async (page) => {
    await page.goto(`${agents}${council}/strategy/end`);
    await page.fill('#ends', '31/02/2026');
    await send(page, /Enregistrer/);
    await page.locator('#es').waitFor();
  },
  'a text of the final review, previewed': async (page) => {
    await page.goto(`${agents}${council}/final-review/texts/OBJ-4`);
    await page.fill('#review_text', '# Constat\n\nLa sensibilisation a **repris**.\n\n- écoles\n- clubs');
    await send(page, /Aperçu/);
    await page.locator('#preview, [aria-labelledby*="preview"]').first().waitFor();
  },
  'two texts of the final review': async (page) => {
    const text = `${agents}${council}/final-review/texts/OBJ-5`;
    const other = await page.context().newPage();
    await other.goto(text);
    await page.goto(text);
    await page.fill('#review_text', `L’étude est faite.\n\nElle a conclu.`);
    await send(page, /^Enregistrer$/);
    await page.waitForURL(/\/final-review(#.*)?$/);
    await other.fill('#review_text', 'L’étude est en cours.');
    await other.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await other.waitForURL(/conflicts/);
    const address = other.url();
    await other.close();
    await page.goto(address);
  },
  'the versions of a text of the final review': async (page) => {
    await page.goto(`${agents}${council}/final-review/texts/OBJ-5/history`);
  },
  'filters that leave nothing': async (page) => {
    await page.goto(`${actions}?q=zzzz`);
  },
};

// Once nobody else is signed in with the account: signing in again ends its older sessions.
export const afterwards = {
  'a form kept while its session ended': async (page) => {
    await page.goto(`${actions}/new`);
    await page.fill('#title', 'Une action dont la session a pris fin');
    await page.context().clearCookies();
    await send(page, /Créer/);
    await page.locator('input[name="email"]').fill('coordination@laval.example');
    await page.locator('input[name="password"]').fill(password);
    await page.locator('main button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname === '/kept-form');
  },
};

export const strangers = {
  'a provider that is away': async (page) => {
    await page.goto(`${agents}/sign-in`);
    await page.locator('main a[href^="/sign-in/provider"]').click();
    await page.waitForURL('**/sign-in/provider?*');
    await page.locator('main h1').waitFor();
  },
  'a way back that nobody began': async (page) => {
    await page.goto(`${agents}/sign-in/provider/back`);
    await page.locator('main h1').waitFor();
  },
  'a refused sign-in': async (page) => {
    await page.goto(`${agents}/sign-in`);
    await page.fill('input[name="email"]', 'personne@laval.example');
    await page.fill('input[name="password"]', 'ce mot de passe est faux');
    await page.locator('main button[type="submit"]').click();
    await page.locator('[role="alert"]').waitFor();
  },
  'a right asked for': async (page) => {
    await signIn(page, 'bailleur');
    await page.goto(`${agents}${council}/access`);
    await page.selectOption('main select[name="access_role"]', { index: 1 });
    await page.fill('main [name="access_reason"]', 'Je siège au groupe depuis septembre.');
    await page.locator('main form:has([name="access_reason"]) button[type="submit"]').click();
    await page.locator('main td').first().waitFor();
    await page.context().clearCookies();
  },
  'a second factor being set up': async (page) => {
    await signIn(page, 'referent');
    secret = await setUp(page);
  },
  'recovery codes': (page) => putInForce(page, secret).then(() => {}),
  'a second factor in force': async (page) => {
    await page.goto(`${agents}${council}/profile/second-factor`);
  },
  'a passkey being made': async (page) => {
    await page.goto(`${agents}${council}/profile/passkeys`);
    await page.fill('main input[name="name"]', 'Clé bleue');
    await page.fill('main input[name="password"]', password);
    await page.fill('main input[name="one_time_password"]', codeOf(secret));
    await page.locator('main button[type="submit"]').click();
    await page.locator('[data-passkey="create"]').waitFor();
  },
  'the second factor asked for': async (page) => {
    await page.context().clearCookies();
    await givePassword(page, 'referent');
  },
};
