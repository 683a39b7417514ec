// What helps in single places, in one chunk: each is a few lines.
import { start as count } from './count.ts';
import { start as draft } from './draft.ts';
import { start as filter } from './filter.ts';
import { start as grid } from './grid.ts';
import { start as slides } from './slides.ts';
import { start as undo } from './undo.ts';

export const start = (): void => {
  count();
  draft();
  filter();
  grid();
  slides();
  undo();
  // Met on few pages: a chunk of its own.
  if (document.querySelector('.passkey')) import('./passkey.ts').then((passkey) => passkey.start());
};
