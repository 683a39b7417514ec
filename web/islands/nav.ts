// On a phone the link that opens the navigation becomes a button that says whether it is open.
export const start = (): void => {
  const link = document.querySelector<HTMLAnchorElement>('a.opener');
  const nav = document.getElementById('nav');
  if (!link || !nav) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.append(...link.childNodes);
  button.setAttribute('aria-controls', 'nav');
  const show = (on: boolean) => {
    nav.classList.toggle('open', on);
    button.setAttribute('aria-expanded', String(on));
  };
  show(location.hash === '#nav');
  button.onclick = () => show(button.ariaExpanded !== 'true');
  nav.parentElement?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || button.ariaExpanded !== 'true') return;
    show(false);
    button.focus();
  });
  link.replaceWith(button);
};
