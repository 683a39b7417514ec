// The tutorial page, step by step, as its words say. The steps are read from the page: one without its walk here, or a
// walk without its step, fails, and so does a step that names something the walk never saw on the screen.
import { expect, test } from '@playwright/test';
import { walks } from '../support/demo_walks.mjs';
import { agents, speak } from '../support/session.mjs';
import { watch } from '../support/watch.mjs';

// The same words whatever the typography of their apostrophes and spaces.
const plain = (text) => text.replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();

// Each step with what it quotes: words of the screen or words to type, and addresses or keys.
const stepsOf = async (page, language) => {
  await page.goto(`${agents}/help/demo-20-minutes`);
  await speak(page, language);
  return page.locator('article h2[id]').evaluateAll((headings) =>
    headings
      .map((heading) => {
        const parts = [];
        for (
          let part = heading.nextElementSibling;
          part && part.tagName !== 'H2';
          part = part.nextElementSibling
        )
          parts.push(part);
        const text = parts.map((part) => part.textContent).join(' ');
        return {
          id: heading.id,
          quoted: [...text.matchAll(/«\s*([^»]+?)\s*»/gu)].map((match) => match[1]),
          typed: parts.flatMap((part) => [...part.querySelectorAll('code')].map((code) => code.textContent)),
        };
      })
      .filter((step) => /-\d/.test(step.id)),
  );
};

// What can be read on the page now, what is typed in its fields too.
const readable = async (page) =>
  plain(
    await page.evaluate(() =>
      [
        document.title,
        document.body.textContent,
        ...[...document.querySelectorAll('input, textarea')].map((field) => field.value),
        ...[...document.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel),
      ].join(' '),
    ),
  );

const numberOf = (step) => Number(step.id.match(/-(\d+)-/)[1]);

test('the steps of the page are those that are walked, in both languages', async ({ page }) => {
  const [french, english] = [await stepsOf(page, 'fr'), await stepsOf(page, 'en')];
  expect(french.map(numberOf)).toEqual(walks.map((_, at) => at + 1));
  expect(english.map(numberOf)).toEqual(french.map(numberOf));
  // What is typed is typed as it is, in either language: accounts, the password, a value.
  const asTyped = (steps) => steps.map((step) => step.typed.filter((one) => !/^[A-ZÉ]\S/.test(one)));
  expect(asTyped(english)).toEqual(asTyped(french));
});

test('each step of the page can be walked as it is written', async ({ page }) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(20_000);
  const faults = await watch(page, { statuses: [422] });
  const steps = await stepsOf(page, 'fr');
  for (const [at, step] of steps.entries())
    await test.step(step.id, async () => {
      let seen = await readable(page);
      const look = async () => {
        seen += await readable(page);
      };
      await walks[at]({ page, look, quoted: step.quoted, typed: step.typed });
      await look();
      for (const words of step.quoted) expect(seen, step.id).toContain(plain(words));
    });
  expect(faults).toEqual([]);
});
