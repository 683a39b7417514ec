// A range copied from a spreadsheet, pasted from one cell of the grid on: rows by lines, cells by tabs.
import { speak } from './say.ts';

const rowsBelow = (cell: HTMLInputElement): HTMLInputElement[][] => {
  const row = cell.closest('tr');
  const rows = [...(row?.parentElement?.children ?? [])];
  return rows.slice(row ? rows.indexOf(row) : 0).map((one) => [...one.querySelectorAll('input')]);
};

const paste = (event: ClipboardEvent): void => {
  const cell = event.target as HTMLInputElement;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const below = rowsBelow(cell);
  const from = below[0]?.indexOf(cell) ?? 0;
  let filled = 0;
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .forEach((line, down) => {
      line.split('\t').forEach((value, across) => {
        const target = below[down]?.[from + across];
        if (!target) return;
        target.value = value.trim();
        filled++;
      });
    });
  speak(String(filled));
};

export const start = (): void => {
  for (const grid of document.querySelectorAll<HTMLElement>('.fill')) grid.onpaste = paste;
};
