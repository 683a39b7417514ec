// What htmx leaves open: answers that are files, a server that does not answer, pages kept by the browser.
import { speak } from './say.ts';

type Exchange = CustomEvent<{
  ctx: { request: { method: string; action: string }; response: { headers: Headers } };
}>;
const on = (name: string, act: (event: Exchange) => void) =>
  document.addEventListener(`htmx:${name}`, (event) => act(event as Exchange));
const busy = (is: boolean) => document.documentElement.classList.toggle('busy', is);

on('before:request', () => busy(true));
on('finally:request', () => busy(false));
on('before:response', (event) => {
  const { request, response } = event.detail.ctx;
  if (request.method !== 'GET' || response.headers.get('content-type')?.startsWith('text/html')) return;
  event.preventDefault();
  location.assign(request.action);
});
on('error', (event) => {
  const request = event.detail.ctx?.request;
  const live = document.getElementById('live');
  if (request?.method === 'GET') location.assign(request.action);
  else if (live) {
    live.className = 'shown';
    speak(live.dataset.failed ?? '');
  }
});
// A signed-out person must not find the page again with the back button.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
