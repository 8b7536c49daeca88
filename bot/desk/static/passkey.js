// Passkeys: adding one, and unlocking by one. The server says what to ask the browser for, and judges the answer.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const written = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** Send fields as a form of ours; the answer may be a refusal. */
export function send(path, fields = {}) {
  const body = new URLSearchParams({ token: document.body.dataset.token, ...fields });
  return fetch(path, { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } });
}

function described(list) {
  return (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
}

function asJson(credential) {
  const response = Object.fromEntries(
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter((name) => credential.response[name])
      .map((name) => [name, written(credential.response[name])]),
  );
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: id, type, response, clientExtensionResults: {} });
}

async function added(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
  };
  return asJson(await navigator.credentials.create({ publicKey }));
}

async function shown(options) {
  const allowCredentials = described(options.allowCredentials);
  const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials };
  return asJson(await navigator.credentials.get({ publicKey }));
}

/** Say what is wrong where it is said, or take it away. */
export function complain(within, sentence) {
  const place = within.querySelector("[data-wrong]");
  place.textContent = sentence;
  place.hidden = !sentence;
}

/** Let a button add a passkey to this seat. */
function offerAdding(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const within = button.closest("section");
    try {
      const asked = await send("/me/passkey/ask");
      const answer = asked.ok
        ? await send("/me/passkey", { credential: await added(await asked.json()) })
        : asked;
      if (answer.ok) location.assign("/me");
      else complain(within, button.dataset.unable);
    } catch {
      complain(within, button.dataset.unable);
    }
  });
}

/** Let a button unlock by a passkey, where the seat has one; then `opened` is called. */
export async function offerUnlocking(within, opened) {
  const button = within.querySelector('[data-passkey="unlock"]');
  if (!button || !window.PublicKeyCredential) return;
  const ask = () => send("/unlock/passkey/ask").catch(() => null);
  let asked = await ask();
  if (asked?.status !== 200) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      asked = await ask();
      const answer = await send("/unlock/passkey", { credential: await shown(await asked.json()) });
      if (answer.ok) opened();
      else complain(within, answer.status === 403 ? await answer.text() : "");
    } catch {
      // Whoever breaks off in the browser's own dialogue knows it; the code is still there.
    }
  });
}

if (window.PublicKeyCredential) {
  const adding = document.querySelector('[data-passkey="add"]');
  if (adding) offerAdding(adding);
}
const veil = document.querySelector("main > section");
if (veil?.querySelector('[data-passkey="unlock"]')) {
  const back = veil.querySelector("[name=back]")?.value ?? "/";
  offerUnlocking(veil, () => location.replace(back));
}
