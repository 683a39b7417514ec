// What helps in single fields, in one chunk: each is a few lines.
import { start as count } from './count.ts';
import { start as draft } from './draft.ts';
import { start as filter } from './filter.ts';
import { start as grid } from './grid.ts';

export const start = (): void => {
  count();
  draft();
  filter();
  grid();
};
