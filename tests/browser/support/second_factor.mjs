// The authenticator application of a person, as far as a browser test needs one (RFC 6238).
import { createHmac } from 'node:crypto';
import { agents, council, password } from './session.mjs';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const bytesOf = (secret) => {
  let bits = '';
  for (const letter of secret.replaceAll(' ', ''))
    bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
};

const code = (secret, step) => {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const value = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, '0');
};

// The site takes the present code and its neighbours, each once: the first use takes the one before.
export const codeOf = (secret, from_now = 0) => code(secret, Math.floor(Date.now() / 30_000) + from_now);

export const setUp = async (page) => {
  await page.goto(`${agents}${council}/profile/second-factor`);
  await page.locator('main input[name="password"]').fill(password);
  await page.locator('main form button[type="submit"]').click();
  return page.locator('main code.secret').textContent();
};

export const putInForce = async (page, secret) => {
  await page.locator('main input[name="one_time_password"]').fill(codeOf(secret, -1));
  await page.locator('main form button[type="submit"]').click();
  await page.locator('main ol.codes').waitFor();
  return page.locator('main ol.codes code').allTextContents();
};

export const givePassword = async (page, account) => {
  await page.goto(`${agents}/sign-in`);
  await page.locator('input[name="email"]').fill(`${account}@laval.example`);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname === '/sign-in/code');
};
