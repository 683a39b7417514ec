// A range copied from a spreadsheet, pasted from one cell of the grid on: rows by lines, cells by tabs. What cannot be
// read is said beside its cell at once, in the words that the server would use when the grid is saved.
import { speak } from './say.ts';

const number = /^[-−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?$/;

const problem = (cell: HTMLInputElement, words: DOMStringMap): string | undefined => {
  const typed = cell.value.trim();
  if (!typed) return undefined;
  if (!number.test(typed)) return words.noNumber;
  const whole = !/^[-−]/.test(typed) && !/[.,]0*[1-9]/.test(typed);
  return cell.dataset.whole && !whole ? words.noCount : undefined;
};

const check = (cell: HTMLInputElement, words: DOMStringMap): void => {
  const id = `${cell.id}-error`;
  document.getElementById(id)?.remove();
  const why = problem(cell, words);
  if (!why) {
    cell.removeAttribute('aria-invalid');
    cell.removeAttribute('aria-describedby');
    return;
  }
  const said = document.createElement('span');
  said.className = 'error';
  said.id = id;
  said.textContent = why;
  cell.after(said);
  cell.setAttribute('aria-invalid', 'true');
  cell.setAttribute('aria-describedby', id);
};

const rowsBelow = (cell: HTMLInputElement): HTMLInputElement[][] => {
  const row = cell.closest('tr');
  const rows = [...(row?.parentElement?.children ?? [])];
  return rows.slice(row ? rows.indexOf(row) : 0).map((one) => [...one.querySelectorAll('input')]);
};

// Seen above the grid and heard.
const tell = (grid: HTMLElement, words: string): void => {
  let line = grid.querySelector<HTMLElement>(':scope > .draft');
  if (!line) {
    line = document.createElement('p');
    line.className = 'draft';
    grid.prepend(line);
  }
  line.textContent = words;
  speak(words);
};

const paste = (event: ClipboardEvent): void => {
  const cell = event.target as HTMLInputElement;
  const grid = event.currentTarget as HTMLElement;
  const words = grid.dataset;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const table = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  if (table.reduce((sum, line) => sum + line.length, 0) > Number(words.most)) {
    tell(grid, words.tooMuch ?? '');
    return;
  }
  const below = rowsBelow(cell);
  const from = below[0]?.indexOf(cell) ?? 0;
  let filled = 0;
  let outside = 0;
  table.forEach((line, down) => {
    line.forEach((value, across) => {
      const target = below[down]?.[from + across];
      if (!target) {
        if (value.trim()) outside++;
        return;
      }
      target.value = value.trim();
      target.dispatchEvent(new Event('input', { bubbles: true }));
      filled++;
    });
  });
  tell(grid, `${words.pasted}${filled}. ${outside ? `${words.outside}${outside}.` : ''}`);
};

export const start = (): void => {
  for (const grid of document.querySelectorAll<HTMLElement>('.fill[data-most]')) {
    grid.onpaste = paste;
    grid.oninput = (event) => check(event.target as HTMLInputElement, grid.dataset);
  }
};
