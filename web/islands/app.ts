// Entry point of every page. Pages work without it; islands are loaded where their markup is.
import './trusted_types.ts';
import 'htmx.org/dist/htmx.esm.min.js';
import './a11y.ts';
import './menus.ts';
import './net.ts';

type Island = { start: () => void };
const islands: Record<string, () => Promise<Island>> = {
  '.kanban': () => import('./kanban.ts'),
  '[data-bulk]': () => import('./bulk.ts'),
  '[data-progress]': () => import('./progress.ts'),
  '[data-max],[data-filter],[data-draft],[data-undo],.fill,.passkey,.slide': () => import('./fields.ts'),
  '#session': () => import('./session.ts'),
};
const phone = matchMedia('(width<=60rem)');
const start = async (): Promise<void> => {
  if (phone.matches) (await import('./nav.ts')).start();
  for (const selector in islands)
    if (document.querySelector(selector)) islands[selector]?.().then((island) => island.start());
};
const root = document.documentElement;
const on = document.addEventListener.bind(document);
root.className = 'js';
start();
phone.onchange = start;
on('htmx:after:swap', start);
// The code of the drawer, themes and shortcuts comes with the first use.
on('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-drawer]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import('./drawer.ts').then((drawer) => drawer.open(link));
});
on('submit', (event) => {
  if (!(event.target as Element).matches('[data-themes]')) return;
  event.preventDefault();
  import('./theme.ts').then((theme) => theme.choose(event));
});
let early: KeyboardEvent[] | undefined;
const first = (event: KeyboardEvent): void => {
  const { key, target } = event;
  // Keys pressed while the code is on its way: "g a" is typed faster than it comes.
  if (early) {
    early.push(event);
    if (!key[1]) event.preventDefault();
    return;
  }
  const letter =
    /^[/?gjkxe]$/.test(key) &&
    root.dataset.keys !== 'off' &&
    !(target as Element).matches('input,textarea,select');
  if (event.altKey || !(event.ctrlKey || event.metaKey ? key === 'k' : letter)) return;
  event.preventDefault();
  early = [event];
  import('./keys.ts').then(
    (keys) => {
      document.removeEventListener('keydown', first);
      keys.replay(early as KeyboardEvent[]);
    },
    () => {
      early = undefined;
    },
  );
};
on('keydown', first);
