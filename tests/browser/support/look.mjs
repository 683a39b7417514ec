// One page looked at in every way: axe in light, dark and on a phone, width, headings, words without translation.
import { axe } from './axe.mjs';

export const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const smallest = { width: 320, height: 700 };
// The dark page is the light one in other colours: what colours do not change is not looked at twice.
const looks = [
  ['light', wide, 'light'],
  ['dark', wide, 'dark', ['cat.color']],
  ['phone', phone, 'light'],
];

// What a page shows once its forms and explanations are open; menus cover one another.
const open = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details:not(.menu)')) details.open = true;
  });

const over = (page) =>
  page.evaluate(() => {
    const most = innerWidth;
    if (document.documentElement.scrollWidth <= most) return '';
    const wider = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.getBoundingClientRect().right > most + 1 && !element.closest('.scroll,.kanban,.gantt'),
    );
    const last = wider.at(-1);
    return `${document.documentElement.scrollWidth} px: ${last?.tagName}.${last?.className}`;
  });

const lookOnce = async (page) => {
  const faults = [];
  await open(page);
  for (const [name, size, colorScheme, only] of looks) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    for (const violation of await axe(page, only)) faults.push(`(${name}) ${violation}`);
    const wider = await over(page);
    if (wider) faults.push(`(${name}) scrolls sideways, ${wider}`);
  }
  await page.setViewportSize(smallest);
  const wider = await over(page);
  if (wider) faults.push(`(320 px) scrolls sideways, ${wider}`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`has ${headings} h1`);
  const title = await page.title();
  if (title.trim().length < 8) faults.push(`has the title "${title}"`);
  await page.setViewportSize(wide);
  return faults;
};

// A page that loads itself anew meanwhile (a job that ended) is looked at again, as it then stands.
export const look = (page) =>
  lookOnce(page).catch(async (error) => {
    if (!/navigat|destroyed/i.test(error.message)) throw error;
    await page.waitForLoadState();
    return lookOnce(page);
  });

// A key without words is drawn as ⟦key⟧.
export const untranslated = (html) =>
  [...html.matchAll(/⟦[^⟧]*⟧/g)].map((match) => `has no words for ${match[0]}`);
