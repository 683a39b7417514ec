// Selecting rows: the count, all of the page, and the selection of other pages kept in the links' addresses
// (?selected=12,15), so that paging and filtering lose nothing. At most data-max rows.
const form = () => document.querySelector<HTMLFormElement>('form[data-bulk]');
const boxes = (owner: HTMLFormElement) =>
  [...owner.elements].filter(
    (box): box is HTMLInputElement =>
      box instanceof HTMLInputElement && box.name === 'row' && box.type === 'checkbox',
  );
const elsewhere = (owner: HTMLFormElement) =>
  [...owner.querySelectorAll<HTMLInputElement>('input[type="hidden"][name="row"]')].map((box) => box.value);

const keep = (ids: string[]) => {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep]')) {
    const url = new URL(link.href);
    if (ids.length) url.searchParams.set('selected', ids.join(','));
    else url.searchParams.delete('selected');
    link.href = url.pathname + url.search;
  }
};

const refresh = () => {
  const owner = form();
  if (!owner) return;
  const all = boxes(owner);
  const here = all.filter((box) => box.checked).map((box) => box.value);
  const ids = [...elsewhere(owner), ...here];
  const max = Number(owner.dataset.max ?? 200);
  const bar = owner.querySelector<HTMLElement>('.bulk') ?? document.querySelector<HTMLElement>('.bulk');
  const count = bar?.querySelector<HTMLElement>('.count');
  const words =
    ids.length > max ? count?.dataset.over : ids.length === 1 ? count?.dataset.one : count?.dataset.many;
  if (count) count.textContent = (words ?? '{n}').replace('{n}', String(ids.length));
  if (bar) bar.hidden = ids.length === 0;
  for (const button of bar?.querySelectorAll('button') ?? []) button.disabled = ids.length > max;
  for (const every of document.querySelectorAll<HTMLInputElement>('input[data-all]')) {
    every.checked = all.length > 0 && here.length === all.length;
    every.indeterminate = here.length > 0 && here.length < all.length;
  }
  keep(ids);
};

document.addEventListener('change', (event) => {
  const owner = form();
  const box = event.target as HTMLInputElement;
  if (!owner) return;
  if (box.matches('input[data-all]')) for (const other of boxes(owner)) other.checked = box.checked;
  if (box.matches('input[data-all], input[name="row"]')) refresh();
});

export const start = (): void => {
  for (const every of document.querySelectorAll<HTMLElement>('.pick [hidden]')) every.hidden = false;
  refresh();
};
