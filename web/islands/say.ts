// Speaking through the page's live region, and keeping the focus on something through the next swap.
export const speak = (words: string): void => {
  const live = document.getElementById('live');
  if (!live) return;
  live.textContent = '';
  setTimeout(() => {
    live.textContent = words;
  }, 60);
};

let kept = '';
export const keepFocus = (id: string): void => {
  kept = id;
};
// What was asked to keep the focus, once.
export const taken = (): HTMLElement | null => {
  const element = document.getElementById(kept);
  kept = '';
  return element;
};
