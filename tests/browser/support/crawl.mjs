// Every kind of page that links lead to: one address of each shape ("/laval/actions/*", "…?state&group").
const file = /\.(json|csv|xlsx|pdf|ics|svg|txt|webmanifest)$/;
const identifier = /^(\d[\d-]*|[A-Z]{2,4}-\d+\w?|[0-9a-f]{8,})$/;

export const shape = (address) => {
  const url = new URL(address);
  const path = url.pathname
    .split('/')
    .map((part) => (identifier.test(decodeURIComponent(part)) ? '*' : part))
    .join('/');
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
};

export const links = async (page) => {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]:not([download])')].map((link) => link.href),
  );
  const origin = new URL(page.url()).origin;
  return found
    .filter((address) => address.startsWith(origin) && !file.test(new URL(address).pathname))
    .map((address) => address.split('#')[0]);
};
