// Two minutes before the session ends: a dialog that says so, counts, and prolongs it. Every page restarts the count.
// At the end the page goes, unless a form holds something unsent: that stays, and is sent once the same person has
// signed in again in another tab.
import { unsent } from './unsent.ts';

let timers: number[] = [];

const clear = () => {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
};

// Every second for the eye alone: who listens hears it once, with the dialog.
const count = (dialog: HTMLDialogElement, end: number): void => {
  const left = Math.max(Math.round((end - Date.now()) / 1000), 0);
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const line = dialog.querySelector('.left');
  if (line) line.textContent = (dialog.dataset.left ?? '').replace('{time}', text);
  if (dialog.open && left > 0) timers.push(window.setTimeout(() => count(dialog, end), 1000));
};

const over = (dialog: HTMLDialogElement): void => {
  clear();
  if (!unsent()) {
    location.reload();
    return;
  }
  const [warning, said] = dialog.children as HTMLCollectionOf<HTMLElement>;
  if (!warning || !said) return;
  warning.hidden = true;
  said.hidden = false;
  dialog.classList.add('over');
  dialog.setAttribute('aria-labelledby', 'session-over');
  if (!dialog.open) dialog.showModal();
  said.querySelector('a')?.focus();
};

const arm = (dialog: HTMLDialogElement): void => {
  clear();
  const wait = Number(dialog.dataset.ends);
  if (!wait) return;
  const end = Date.now() + wait * 1000;
  const warn = () => {
    if (!dialog.open) dialog.showModal();
    count(dialog, end);
  };
  // A page that came since may have no session: its own dialog is gone.
  const later = (act: () => void, seconds: number) =>
    timers.push(window.setTimeout(() => dialog.isConnected && act(), seconds * 1000));
  later(warn, Math.max(wait - 120, 1));
  later(() => over(dialog), wait + 2);
};

const person = (page: Document) => page.querySelector('.top .menu > summary')?.textContent;

// Reading any page prolongs the session. That page knows when it ends now, so its dialog takes the place of ours; our
// forms take its token, which a new sign-in has changed. Nobody sends what another person typed.
const renew = async (dialog: HTMLDialogElement): Promise<boolean> => {
  const answer = await fetch(dialog.dataset.home ?? '', { redirect: 'manual' });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('#session');
  const token = page.querySelector<HTMLInputElement>('input[name="csrf"]')?.value;
  if (!fresh || !token || person(page) !== person(document)) return false;
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]')) field.value = token;
  dialog.close();
  dialog.replaceWith(fresh);
  start();
  return true;
};

// Without an answer the dialog stays as it is, and the count goes on.
const unanswered = () => true;

const back = (): void => {
  const dialog = document.querySelector<HTMLDialogElement>('#session.over');
  if (dialog && !document.hidden) void renew(dialog).catch(unanswered);
};
addEventListener('focus', back);
document.addEventListener('visibilitychange', back);

export const start = (): void => {
  const dialog = document.querySelector<HTMLDialogElement>('#session');
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return;
  arm(dialog);
  // The end that nothing puts off: the button closes the dialog, the session ends all the same.
  if (form.method === 'dialog') return;
  form.onsubmit = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (!(await renew(dialog).catch(unanswered))) over(dialog);
  };
};
