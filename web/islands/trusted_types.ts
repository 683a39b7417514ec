// The default policy of Trusted Types, first import of the entry point: HTML of our own server passes (htmx
// parses its answers), script text never, script addresses only below /assets/.
type Policy = { createHTML: (html: string) => string; createScriptURL: (address: string) => string };
type Factory = { createPolicy: (name: string, policy: Policy) => unknown };

const factory = (window as unknown as { trustedTypes?: Factory }).trustedTypes;
factory?.createPolicy('default', {
  createHTML: (html) => html,
  createScriptURL: (address) => {
    const url = new URL(address, location.href);
    if (url.origin === location.origin && url.pathname.startsWith('/assets/')) return address;
    throw new TypeError('script address refused');
  },
});
