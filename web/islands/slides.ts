// The keys of a presentation press its links: each slide is an address, with or without script.
const press = (event: KeyboardEvent): void => {
  const { key, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  // In a table that scrolls, in a field, the keys keep their own meaning.
  if ((target as Element).closest('input, select, textarea, .scroll, dialog')) return;
  const link = document.querySelector<HTMLElement>(`.slide [data-press~="${key}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
};

// One listener, whatever is swapped: without a slide it finds no link.
export const start = (): void => document.addEventListener('keydown', press);
