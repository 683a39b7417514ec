// Light, dark or the system's choice: shown at once and told to the server, which keeps it in a cookie.
export const choose = async (event: SubmitEvent): Promise<void> => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (!button) return;
  const root = document.documentElement;
  if (button.value === 'auto') delete root.dataset.theme;
  else root.dataset.theme = button.value;
  for (const other of form.querySelectorAll('button')) other.ariaPressed = String(other === button);
  const fields = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' });
};
