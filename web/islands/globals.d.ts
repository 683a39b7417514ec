// What htmx puts on window, as far as islands use it.
interface Window {
  htmx?: { process: (element: Element) => void };
}
declare module 'htmx.org/dist/htmx.esm.min.js';
