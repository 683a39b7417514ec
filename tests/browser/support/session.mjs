// The sites under test and their demonstration accounts (README): one password, fictional people.
export const agents = (process.env.MAILLAGE_AGENTS_URL ?? '').replace(/\/$/, '');
export const residents = (process.env.MAILLAGE_PUBLIC_URL ?? '').replace(/\/$/, '');
export const council = '/laval';
export const password = process.env.MAILLAGE_DEMO_PASSWORD ?? 'demonstration-laval-2026';

export const signIn = async (page, account = 'coordination') => {
  await page.goto(`${agents}/sign-in`);
  await page.locator('input[name="email"]').fill(`${account}@laval.example`);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
};

// The language is kept with the session: the switch at the top of every page, as people press it.
export const speak = async (page, language) => {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await page.locator(`.tools button[name="language"][value="${language}"]`).click();
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
};
