// axe-core, run in the page. The content policy allows no inline script: the browser's own channel injects it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// `only`: names of axe's categories, all of them unless told.
export const axe = async (page, only) => {
  const session = await page.context().newCDPSession(page);
  const run = async (expression) => {
    const answer = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
  const rules = { resultTypes: ['violations'], ...(only && { runOnly: { type: 'tag', values: only } }) };
  await run(`${source};0`);
  const found = await run(
    `axe.run(document, ${JSON.stringify(rules)}).then((r) => r.violations.map((v) =>
      v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' – ' +
      (n.any[0] ?? n.all[0] ?? n.none[0])?.message).join(' | ')))`,
  );
  await session.detach();
  return found;
};
