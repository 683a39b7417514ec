// Moving a card with the pointer. The keyboard's way is the card's own menu "Déplacer vers…", a form that works
// without script; a drop presses the button of that form whose value is the lane's state.
import { keepFocus, speak } from './say.ts';

type Drag = { card: HTMLElement; ghost?: HTMLElement; dx: number; dy: number; x: number; y: number };
let drag: Drag | undefined;

const laneAt = (x: number, y: number) =>
  document.elementsFromPoint(x, y).find((element) => element.matches('.lane')) as HTMLElement | undefined;

const light = (lane?: HTMLElement) => {
  for (const other of document.querySelectorAll('.lane.over')) other.classList.remove('over');
  lane?.classList.add('over');
};

const end = () => {
  drag?.ghost?.remove();
  drag?.card.classList.remove('moving');
  light();
  drag = undefined;
};

const lift = (card: HTMLElement): HTMLElement => {
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.removeAttribute('id');
  ghost.classList.add('ghost');
  ghost.ariaHidden = 'true';
  ghost.inert = true;
  ghost.style.width = `${card.offsetWidth}px`;
  card.parentElement?.append(ghost);
  card.classList.add('moving');
  return ghost;
};

const moveTo = (card: HTMLElement, state: string) => {
  const button = card.querySelector<HTMLButtonElement>(`form button[value="${CSS.escape(state)}"]`);
  if (button && !button.disabled) button.form?.requestSubmit(button);
};

document.addEventListener('pointerdown', (event) => {
  const target = event.target as Element;
  const card = target.closest<HTMLElement>('.card[data-grab]');
  if (!card || event.button !== 0 || target.closest('button,summary,input,form')) return;
  const at = card.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  drag = { card, dx: x - at.left, dy: y - at.top, x, y };
});
document.addEventListener('pointermove', (event) => {
  if (!drag) return;
  const { clientX: x, clientY: y } = event;
  if (!drag.ghost && Math.hypot(x - drag.x, y - drag.y) < 6) return;
  drag.ghost ??= lift(drag.card);
  drag.ghost.style.left = `${x - drag.dx}px`;
  drag.ghost.style.top = `${y - drag.dy}px`;
  light(laneAt(x, y));
});
document.addEventListener('pointerup', (event) => {
  const moved = drag?.ghost ? drag.card : undefined;
  const lane = moved && laneAt(event.clientX, event.clientY);
  const stays = lane === moved?.closest('.lane');
  end();
  if (!moved) return;
  addEventListener('click', (click) => click.preventDefault(), { capture: true, once: true });
  if (lane?.dataset.state && !stays) moveTo(moved, lane.dataset.state);
});
document.addEventListener('pointercancel', end);
document.addEventListener('dragstart', (event) => {
  if ((event.target as Element).closest?.('.card[data-grab]')) event.preventDefault();
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') end();
});

// Whatever sends a card's form: the focus stays on the card and the move is said.
let said = '';
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLElement;
  const card = form.closest<HTMLElement>('.card[data-grab]');
  const button = event.submitter;
  if (!card || !button) return;
  keepFocus(card.id);
  said = (card.dataset.moved ?? '{state}').replace('{state}', button.textContent?.trim() ?? '');
});
document.addEventListener('htmx:after:swap', () => {
  if (said) speak(said);
  said = '';
});

export const start = (): void => {};
