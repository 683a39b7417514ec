// Progress of a job by server-sent events; the page itself says the same and refreshes without script.
import { speak } from './say.ts';

type Step = { share?: number; text?: string; done?: boolean; failed?: boolean; path?: string };

const wire = (box: HTMLElement): void => {
  const source = new EventSource(box.dataset.progress ?? '');
  const bar = box.querySelector('progress');
  const say = box.querySelector<HTMLElement>('.say');
  box.dataset.listening = '';
  source.onmessage = (event) => {
    if (!box.isConnected) {
      source.close();
      return;
    }
    const step = JSON.parse(event.data as string) as Step;
    if (bar && step.share !== undefined) bar.value = step.share * bar.max;
    if (say && step.text) say.textContent = step.text;
    if (!step.done && !step.failed) return;
    source.close();
    speak(step.text ?? '');
    // The page after the end: the result, or the reason of the failure.
    location.assign(step.path ?? location.href);
  };
};

export const start = (): void => {
  for (const box of document.querySelectorAll<HTMLElement>('[data-progress]:not([data-listening])'))
    wire(box);
};
