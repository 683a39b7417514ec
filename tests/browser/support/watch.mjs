// What must never happen on a page of ours: a violation of the content policy, an error in the console, a
// request to somebody else. `watch(page)` collects; `faults` is what it found.
export const watch = async (page, { statuses = [] } = {}) => {
  const faults = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // Chromium writes a line for every refused form; those a test asked for are no fault.
    if (statuses.some((status) => message.text().includes(`status of ${status}`))) return;
    faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.isNavigationRequest()) return;
    const { protocol, host } = new URL(request.url());
    if (protocol === 'data:' || protocol === 'about:') return;
    const own = page.url().startsWith('http') ? new URL(page.url()).host : host;
    if (host !== own) faults.push(`third party: ${request.url()}`);
  });
  return faults;
};
