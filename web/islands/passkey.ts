// A passkey is asked of the browser, and what it answers goes into the hidden fields of the form around. The server
// wrote the question (data-options, bytes in base64url) and every sentence said here.
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const textOf = (bytes: ArrayBuffer | null | undefined): string =>
  bytes
    ? btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
    : '';

type Question = PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions;
type Secret = { prf?: { results?: { first?: ArrayBuffer } } };

// The members that are bytes, wherever they are.
const question = (json: string): Question =>
  JSON.parse(json, (name, value) =>
    typeof value === 'string' && /^(challenge|id|first)$/.test(name) && !/[^\w-]/.test(value)
      ? bytesOf(value)
      : value,
  );

const ask = async (part: HTMLElement): Promise<Record<string, string>> => {
  const creates = part.dataset.passkey === 'create';
  const { rp, ...asked } = JSON.parse(part.dataset.options ?? '{}');
  const publicKey = { ...question(JSON.stringify(asked)), ...(rp && { rp }) } as Question;
  const { credentials } = navigator;
  const found = (await (creates
    ? credentials.create({ publicKey })
    : credentials.get({ publicKey }))) as PublicKeyCredential;
  const said = found.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  const secret = (found.getClientExtensionResults() as Secret).prf?.results?.first;
  return {
    passkey_id: textOf(found.rawId),
    passkey_client: textOf(said.clientDataJSON),
    passkey_attestation: textOf(said.attestationObject),
    passkey_data: creates ? '' : textOf(said.authenticatorData),
    passkey_signature: textOf(said.signature),
    passkey_user: textOf(said.userHandle),
    passkey_password: textOf(secret),
  };
};

const wire = (part: HTMLElement): void => {
  const button = part.querySelector('button');
  const status = part.querySelector('[role="status"]');
  const form = part.closest('form');
  if (!button || !status || !form || part.dataset.wired) return;
  part.dataset.wired = '1';
  const say = (words?: string) => {
    status.textContent = words ?? '';
  };
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) {
    say(part.dataset.unable);
    return;
  }
  const drawn = Date.now();
  const run = async () => {
    // The question is good for five minutes: an older page is asked for again.
    if (Date.now() - drawn > 270_000 && part.dataset.atOnce !== undefined) {
      location.reload();
      return;
    }
    button.disabled = true;
    say(part.dataset.waiting);
    try {
      const answer = await ask(part);
      for (const name in answer) {
        const field = form.elements.namedItem(name);
        if (field instanceof HTMLInputElement) field.value = answer[name] ?? '';
      }
      say(part.dataset.ready);
      if (part.dataset.then === 'submit') form.requestSubmit();
    } catch (error) {
      button.disabled = false;
      say((error as Error).name === 'InvalidStateError' ? part.dataset.known : part.dataset.stopped);
    }
  };
  button.hidden = false;
  button.onclick = (event) => {
    event.preventDefault();
    run();
  };
  if (part.dataset.atOnce !== undefined) void run();
};

export const start = (): void => {
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) wire(part);
};
