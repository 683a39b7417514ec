// The pages that exist: the GET routes of src/app/routes*.cpp, so that a new page is visited or the run fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../src/app');
const sources = readdirSync(folder)
  .filter((name) => /^routes\w*\.cpp$/.test(name))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
// What a browser downloads or listens to instead of showing.
const download = /\/(events|result)$|\.(csv|xlsx|pdf|ics|json)$|^\/\{council\}\/documents\/\{id\}/;

// Every list of that name: the agents' is in more than one file.
const listed = (list) => {
  const start = `const Route ${list}[]`;
  const found = sources.filter(([, source]) => source.includes(start));
  if (found.length === 0) throw new Error(`no list "${start}"`);
  return found.map(([name, source]) => {
    const from = source.indexOf(start);
    const to = source.indexOf('\n};', from);
    if (to < 0) throw new Error(`${name} has no end of "${start}"`);
    return source.slice(from, to);
  });
};

const pagesOf = (list) => {
  const text = listed(list).join('\n');
  const found = [...text.matchAll(/Method::get,\s*(?:\.pattern = )?"([^"]+)"/g)].map((match) => match[1]);
  const all = [...text.matchAll(/Method::get\b/g)].length;
  if (found.length !== all) throw new Error(`${all - found.length} routes of ${list} are written unusually`);
  return found.filter((pattern) => !download.test(pattern));
};

export const agentsPages = pagesOf('agents');
export const residentsPages = pagesOf('residents');

const parts = (path) => path.split('/').filter(Boolean);
// The pattern that answers an address: the one with the most words of its own, as the router chooses.
export const patternOf = (patterns, path) => {
  const asked = parts(path);
  const fitting = patterns.filter((pattern) => {
    const wanted = parts(pattern);
    return (
      wanted.length === asked.length && wanted.every((part, at) => part[0] === '{' || part === asked[at])
    );
  });
  const own = (pattern) =>
    parts(pattern)
      .map((part) => (part[0] === '{' ? '1' : '0'))
      .join('');
  return fitting.sort((one, other) => own(one).localeCompare(own(other)))[0];
};
