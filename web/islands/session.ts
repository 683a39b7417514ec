// Two minutes before the session ends: a dialog that says so, counts, and prolongs it. Every page restarts the count.
let timers: number[] = [];

const clear = () => {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
};

const seconds = (dialog: HTMLDialogElement, name: string): number => Number(dialog.dataset[name]);

// Every second for the eye alone: who listens hears it once, with the dialog.
const count = (dialog: HTMLDialogElement, end: number): void => {
  const left = Math.max(Math.round((end - Date.now()) / 1000), 0);
  const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const line = dialog.querySelector('.left');
  if (line) line.textContent = (dialog.dataset.left ?? '').replace('{time}', text);
  if (dialog.open && left > 0) timers.push(window.setTimeout(() => count(dialog, end), 1000));
};

const arm = (dialog: HTMLDialogElement, wait: number): void => {
  clear();
  if (!wait) return;
  const end = Date.now() + wait * 1000;
  const warn = () => {
    dialog.showModal();
    count(dialog, end);
  };
  timers.push(
    window.setTimeout(warn, Math.max(wait - 120, 1) * 1000),
    window.setTimeout(() => location.reload(), (wait + 2) * 1000),
  );
};

export const start = (): void => {
  const dialog = document.querySelector<HTMLDialogElement>('#session');
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return;
  const last = Date.now() + seconds(dialog, 'last') * 1000;
  arm(dialog, seconds(dialog, 'ends'));
  // The end that nothing puts off: the button closes the dialog, the count goes on.
  if (form.method === 'dialog') return;
  form.onsubmit = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const answer = await fetch(form.action, { redirect: 'manual' });
    const left = Math.round((last - Date.now()) / 1000);
    if (answer.ok) arm(dialog, Math.min(seconds(dialog, 'idle'), left));
    else location.reload();
    dialog.close();
  };
};
