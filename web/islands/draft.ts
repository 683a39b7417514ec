// Long forms are kept on the server two seconds after the last key; nothing is written in the browser.
const clock = () => {
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, '0');
  return document.documentElement.lang === 'fr'
    ? `${now.getHours()}\u00a0h\u00a0${minutes}`
    : `${now.getHours()}:${minutes}`;
};

const wire = (form: HTMLFormElement): void => {
  const say = form.querySelector<HTMLElement>('.draft');
  const tell = (words?: string) => {
    if (say) say.textContent = (words ?? '').replace('{time}', clock());
  };
  let timer = 0;
  const save = async () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    try {
      const answer = await fetch(form.dataset.draft ?? '', {
        method: 'POST',
        body: fields,
        redirect: 'manual',
      });
      tell(answer.ok ? say?.dataset.saved : say?.dataset.failed);
    } catch {
      tell(say?.dataset.failed);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), 2000);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  form.dataset.kept = '';
};

export const start = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]:not([data-kept])'))
    wire(form);
};
