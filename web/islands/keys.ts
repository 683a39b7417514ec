// Shortcuts: Ctrl+K palette, / search, g then t a r… to go, j k rows, x select, e edit, ? help.
// Letters are off with <html data-keys="off"> (profile) and while somebody types.
import { openPalette } from './palette.ts';
import { edit, move, select } from './rows.ts';

const typing = (target: EventTarget | null) =>
  (target as Element | null)?.matches?.('input,textarea,select,[contenteditable]') ?? false;

let going = 0;
const go = (letter: string): void => {
  going = 0;
  document.querySelector<HTMLElement>(`[data-go="${CSS.escape(letter)}"]`)?.click();
};

const letters: Record<string, () => void> = {
  '/': () => document.getElementById('find')?.focus(),
  '?': () => document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
  g: () => {
    going = Date.now();
  },
  j: () => move(1),
  k: () => move(-1),
  x: select,
  e: edit,
};

export const press = (event: KeyboardEvent): void => {
  if (event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key !== 'k') return;
    event.preventDefault();
    openPalette();
    return;
  }
  if (document.documentElement.dataset.keys === 'off' || typing(event.target)) return;
  if (document.querySelector('dialog[open]')) return;
  if (going && Date.now() - going < 1500) {
    event.preventDefault();
    go(event.key);
    return;
  }
  const act = letters[event.key];
  if (!act) return;
  event.preventDefault();
  act();
};

// What was typed while this code was on its way: the letters after Ctrl+K belong to the palette's field.
export const replay = (events: KeyboardEvent[]): void => {
  for (const event of events) {
    const field = document.querySelector<HTMLInputElement>('#palette[open] input');
    if (!field || event.key.length > 1 || event.ctrlKey || event.metaKey) press(event);
    else {
      field.setRangeText(event.key, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
      field.dispatchEvent(new Event('input'));
    }
  }
};

addEventListener('keydown', press);
