// Whether a form of the page holds something that is not sent yet.
const changed = (field: Element): boolean => {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
};

// A refused form was drawn with what was typed: its summary of errors says that it is unsent.
export const unsent = (): boolean =>
  document.querySelector('main #es') !== null ||
  [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]')].some((form) =>
    [...form.elements].some(changed),
  );
