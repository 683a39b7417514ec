// The bar "… Annuler" floats for ten seconds, longer while somebody points at it or is in it. Without script it
// stays in the page until the next one; the history keeps its own undo for thirty days.
export const start = (): void => {
  for (const bar of document.querySelectorAll<HTMLElement>('[data-undo]:not(.floating)')) {
    bar.classList.add('floating');
    const line = document.createElement('span');
    line.className = 'left';
    bar.append(line);
    let left = Number(bar.dataset.undo) || 10;
    const timer = setInterval(() => {
      if (!bar.isConnected) clearInterval(timer);
      if (bar.matches(':hover, :focus-within')) return;
      left -= 1;
      if (left > 0) return;
      clearInterval(timer);
      bar.remove();
    }, 1000);
  }
};
