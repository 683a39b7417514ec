// A field above a long list of boxes: what does not hold the letters typed is left out, what is ticked stays.
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wire = (list: HTMLFieldSetElement): void => {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'search';
  input.autocomplete = 'off';
  label.className = 'narrow';
  label.append(list.dataset.filter ?? '', input);
  list.querySelector('.choice-list')?.before(label);
  list.dataset.filtered = '';
  input.addEventListener('input', (event) => {
    // The draft of the form keeps its fields, not what the list is filtered by.
    event.stopPropagation();
    const asked = fold(input.value.trim());
    for (const choice of list.querySelectorAll<HTMLElement>('.choice')) {
      const ticked = choice.querySelector('input')?.checked ?? false;
      choice.hidden = !ticked && !fold(choice.textContent ?? '').includes(asked);
    }
    for (const group of list.querySelectorAll<HTMLElement>('[role="group"]'))
      group.hidden = !group.querySelector('.choice:not([hidden])');
  });
  // Enter looks for a partner: it does not send the form.
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
};

export const start = (): void => {
  for (const list of document.querySelectorAll<HTMLFieldSetElement>(
    'fieldset[data-filter]:not([data-filtered])',
  ))
    wire(list);
};
