// Moving through rows and cards with j and k, selecting with x, editing with e.
const rows = () => [...document.querySelectorAll<HTMLElement>('main tbody tr:has(a), main .card')];
const current = () => document.querySelector<HTMLElement>('main [data-current]');

export const move = (by: number): void => {
  const all = rows();
  const from = current();
  const at = from ? all.indexOf(from) + by : 0;
  const next = all[Math.min(Math.max(at, 0), all.length - 1)];
  if (!next) return;
  if (from) delete from.dataset.current;
  next.dataset.current = '';
  next.querySelector<HTMLElement>('th a, h3 a, h4 a, a')?.focus();
  next.scrollIntoView({ block: 'nearest' });
};

export const select = (): void => {
  current()?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
};

// The row's own edit link, then the page's, then the row's first link.
export const edit = (): void => {
  const row = current();
  const link =
    row?.querySelector<HTMLElement>('[data-edit]') ??
    (row ? row.querySelector<HTMLElement>('a') : document.querySelector<HTMLElement>('main [data-edit]'));
  link?.click();
};
