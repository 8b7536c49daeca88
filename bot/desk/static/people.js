// Shows at once who waits to be let in, and leaves alone whatever else stands on the page.

import { follow, inTurn } from "./stream.js";

// The page may be emptied meanwhile.
const place = () => document.getElementById("waiting");

async function look() {
  const answer = await fetch("/people/waiting");
  if (answer.status === 401) document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
  if (answer.ok) show(await answer.text());
}

function show(html) {
  const old = place();
  const fresh = Object.assign(document.createElement("template"), { innerHTML: html }).content.firstElementChild;
  if (!old) return;
  const held = old.contains(document.activeElement) ? document.activeElement.value : "";
  // The place itself stays: what is put into it is read aloud.
  old.dataset.state = fresh.dataset.state;
  old.replaceChildren(...fresh.childNodes);
  if (held) old.querySelector(`button[value="${CSS.escape(held)}"]`)?.focus();
}

const refresh = inTurn(look);
follow("waiting", (state) => state !== place()?.dataset.state && refresh(), refresh);
