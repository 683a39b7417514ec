// The palette: a <dialog> of the page, a combobox over /{council}/search.json and the navigation's own links.
import { speak } from './say.ts';

type Found = { label: string; path: string; kind?: string };

const box = () => document.querySelector<HTMLDialogElement>('#palette');
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const ownLinks = (asked: string): Found[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('#nav a')]
    .map((link) => ({
      label: (link.firstChild?.textContent ?? '').trim(),
      path: link.pathname + link.search,
      kind: link.closest('ul')?.ariaLabel ?? box()?.dataset.page ?? '',
    }))
    .filter((page) => fold(page.label).includes(fold(asked)));

const ask = async (url: string, asked: string, signal: AbortSignal): Promise<Found[]> => {
  const answer = await fetch(`${url}?q=${encodeURIComponent(asked)}`, {
    signal,
    headers: { accept: 'application/json' },
  });
  if (!answer.ok) return [];
  return ((await answer.json()) as { results?: Found[] }).results ?? [];
};

const option = (found: Found, index: number): HTMLLIElement => {
  const item = document.createElement('li');
  item.id = `palette-${index}`;
  item.role = 'option';
  item.dataset.path = found.path;
  for (const words of [found.label, found.kind]) {
    if (!words) continue;
    const span = document.createElement('span');
    span.textContent = words;
    item.append(span);
  }
  return item;
};

const follow = (path: string): void => {
  box()?.close();
  // A boosted link of the page keeps the focus and history rules in one place.
  const link = document.createElement('a');
  link.href = path;
  document.querySelector('main')?.append(link);
  window.htmx?.process(link);
  link.click();
  link.remove();
};

const wire = (dialog: HTMLDialogElement): void => {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const list = dialog.querySelector('ul') as HTMLUListElement;
  const none = dialog.querySelector('.none') as HTMLElement;
  let chosen = 0;
  let waiting = new AbortController();
  let timer = 0;

  const mark = (index: number) => {
    const items = [...list.children] as HTMLElement[];
    chosen = items.length ? (index + items.length) % items.length : 0;
    for (const [at, item] of items.entries()) item.ariaSelected = String(at === chosen);
    const item = items[chosen];
    if (item) input.setAttribute('aria-activedescendant', item.id);
    else input.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  };
  const show = (found: Found[]) => {
    list.replaceChildren(...found.slice(0, 12).map(option));
    input.ariaExpanded = String(found.length > 0);
    none.hidden = found.length > 0;
    mark(0);
  };
  const search = async () => {
    waiting.abort();
    waiting = new AbortController();
    const asked = input.value.trim();
    const links = ownLinks(asked);
    show(links);
    if (asked.length < 2) return;
    try {
      const found = [...links, ...(await ask(dialog.dataset.url ?? '', asked, waiting.signal))];
      show(found);
      speak((dialog.dataset.count ?? '{n}').replace('{n}', String(found.length)));
    } catch {
      // Aborted by the next letter, or the server is away: what is shown stays.
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), 90);
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') mark(chosen + 1);
    else if (event.key === 'ArrowUp') mark(chosen - 1);
    else if (event.key === 'Enter') {
      const path = (list.children[chosen] as HTMLElement | undefined)?.dataset.path;
      if (path) follow(path);
    } else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const path = (event.target as Element).closest<HTMLElement>('[data-path]')?.dataset.path;
    if (path) follow(path);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.dataset.wired = '';
  void search();
};

export const openPalette = (): void => {
  const dialog = box();
  if (!dialog || dialog.open) return;
  if (dialog.dataset.wired === undefined) wire(dialog);
  dialog.showModal();
  dialog.querySelector('input')?.select();
};
