// What helps in single fields, in one chunk: each is a few lines.
import { start as count } from './count.ts';
import { start as filter } from './filter.ts';

export const start = (): void => {
  count();
  filter();
};
