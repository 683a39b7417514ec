// Two minutes before the session ends: a dialog that says so and prolongs it. Every page restarts the count.
let timers: number[] = [];

const clear = () => {
  for (const timer of timers) clearTimeout(timer);
  timers = [];
};

const arm = (dialog: HTMLDialogElement): void => {
  clear();
  const seconds = Number(dialog.dataset.ends);
  if (!seconds) return;
  timers.push(
    window.setTimeout(() => dialog.showModal(), Math.max(seconds - 120, 1) * 1000),
    window.setTimeout(() => location.reload(), (seconds + 2) * 1000),
  );
};

export const start = (): void => {
  const dialog = document.querySelector<HTMLDialogElement>('#session');
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return;
  arm(dialog);
  form.onsubmit = async (event) => {
    event.preventDefault();
    event.stopPropagation();
    const answer = await fetch(form.action, { redirect: 'manual' });
    if (answer.ok) arm(dialog);
    else location.reload();
    dialog.close();
  };
};
