// Every kind of page that links lead to: one address of each shape ("/laval/actions/*"), and two more that ask
// something of it ("…?state&group"): what filters leave, another order.
const file = /\.(json|csv|xlsx|pdf|ics|svg|txt|webmanifest)$/;
// What leaves for another site: a scene goes there.
const leaving = /^\/sign-in\/provider$/;
const identifier = /^(\d[\d-]*|[A-Z]{1,4}-?\d+\w?|[0-9a-f]{8,}|g\d-[a-z-]+)$/;

const shape = (address) => {
  const url = new URL(address);
  const path =
    url.origin +
    url.pathname
      .split('/')
      .map((part) => (identifier.test(decodeURIComponent(part)) ? '*' : part))
      .join('/');
  return { path, asked: [...new Set(url.searchParams.keys())].sort().join('&') };
};

const met = new Map();
// Whether this kind of page is to be looked at; once looked at it is not again.
export const isNew = (address) => {
  const { path, asked } = shape(address);
  const known = met.get(path) ?? new Set();
  if (known.has(asked) || (asked && [...known].filter(Boolean).length > 1)) return false;
  met.set(path, known.add(asked));
  return true;
};

// Links of the page, those of drawings too (their href is no string).
export const links = async (page) => {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]:not([download])')].map(
      (link) => new URL(link.getAttribute('href'), document.baseURI).href,
    ),
  );
  const origin = new URL(page.url()).origin;
  return found
    .filter((address) => address.startsWith(origin))
    .filter((address) => ![file, leaving].some((kind) => kind.test(new URL(address).pathname)))
    .map((address) => address.split('#')[0]);
};
