// Keeps those who are in up to date: the server tells that something has changed, and the page fetches it.

import { follow, inTurn } from "./stream.js";

// The page may be emptied meanwhile.
const place = () => document.getElementById("house");
const state = () => document.getElementById("house-state")?.dataset.state;

async function look() {
  const answer = await fetch(`/house${location.search}`, { headers: { "X-Part": "house" } });
  if (answer.status === 401) document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
  else if (answer.ok && answer.headers.has("X-Part")) show(await answer.text());
}

function show(html) {
  const old = place();
  if (!old) return;
  const held = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
  old.innerHTML = html;
  if (held) old.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}

const refresh = inTurn(look);
follow("house", (told) => told !== state() && refresh(), refresh, () => place()?.replaceChildren());
