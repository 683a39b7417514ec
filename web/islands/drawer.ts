// Help beside the page: the help page's own content in a dialog on the right; the link works without script.
export const open = async (link: HTMLAnchorElement): Promise<void> => {
  const answer = await fetch(link.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const content = page.querySelector('main');
  const drawer = document.querySelector<HTMLDialogElement>('#drawer');
  const place = drawer?.querySelector('.content');
  if (!answer.ok || !content || !drawer || !place) {
    location.assign(link.href);
    return;
  }
  // A second h1 would compete with the page's own.
  for (const heading of content.querySelectorAll('h1')) {
    const lower = document.createElement('h2');
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const element of content.querySelectorAll('[id]')) element.removeAttribute('id');
  place.replaceChildren(...content.childNodes);
  drawer.showModal();
};
