// Open menus close like menus: with Escape, which gives the focus back, and with a click elsewhere.
const opened = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

document.addEventListener('click', (event) => {
  for (const menu of opened()) if (!menu.contains(event.target as Node)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const menu of opened()) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
});

export {};
