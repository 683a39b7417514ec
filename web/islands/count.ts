// Characters typed of those allowed, beside each text area with data-max, said when few are left.
import { speak } from './say.ts';

const wire = (area: HTMLTextAreaElement): void => {
  const max = Number(area.dataset.max);
  const count = document.createElement('p');
  count.className = 'count';
  count.ariaHidden = 'true';
  area.after(count);
  area.dataset.counted = '';
  let timer = 0;
  const show = () => {
    const typed = [...area.value].length;
    count.textContent = `${typed} / ${max}`;
    count.classList.toggle('bad', typed > max);
    clearTimeout(timer);
    if (typed > max - 40) timer = window.setTimeout(() => speak(`${typed} / ${max}`), 1200);
  };
  area.addEventListener('input', show);
  show();
};

export const start = (): void => {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]:not([data-counted])'))
    wire(area);
};
