// After htmx swapped something: moves the focus and speaks. The server marks what takes the focus with
// data-focus and what is said with data-announce; after a whole page it is the h1.
import { speak, taken } from './say.ts';

type Swap = CustomEvent<{ ctx: { target?: Element } }>;
const find = (root: Element, selector: string) => root.querySelector<HTMLElement>(selector);

document.addEventListener('htmx:after:swap', (event) => {
  const target = (event as Swap).detail.ctx.target;
  const { body } = document;
  const root = (target?.id && document.getElementById(target.id)) || body;
  const element = taken() || find(root, '[data-focus]') || (root === body && find(body, 'main h1'));
  if (element) {
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus();
  }
  const words = find(root, '[data-announce]')?.dataset.announce;
  if (words) speak(words);
});
// A refused form that came as a whole page: signing in, without htmx.
find(document.body, '[data-focus]')?.focus();
