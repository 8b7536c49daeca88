// Single keys: each choice of the active screen has one, shown beside it; Enter, Esc and Backspace besides.

import { back, byKey, choose, clear, enter } from "./register_form.js";
import { formOf, page, say } from "./register_page.js";

const BOUNCE = 300;
const WRITTEN_IN = 'input:not([type="radio"], [type="checkbox"]), select, textarea, [contenteditable]';
const PRESSED = "a, button, summary, input";
let last = { key: "", at: 0 };

const areOn = () => formOf()?.dataset.keys !== "off" && !document.querySelector("dialog[open]");

function answers(event) {
  const focused = document.activeElement;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return false;
  return areOn() && !focused?.matches(WRITTEN_IN);
}

// A key that bounces must not choose on the screen, or in the form, that comes next.
function bounces(event) {
  const bounced = event.key === last.key && event.timeStamp - last.at < BOUNCE && event.isTrusted && last.ended;
  last = { key: event.key, at: event.timeStamp, ended: false };
  return bounced;
}

export function onKey(event) {
  if (event.altKey && areOn() && /^Digit[1-9]$/.test(event.code)) return otherForm(event);
  if (!formOf() || !answers(event)) return;
  if (event.key === "Escape") {
    clear();
    say(page.words.cleared);
  } else if (event.key === "Backspace") {
    back();
  } else if (event.key === "Enter" && !document.activeElement?.matches(PRESSED)) {
    enter();
  } else {
    const found = byKey(event.key.toLowerCase());
    if (!found) return;
    const nonce = formOf().elements.nonce.value;
    if (!bounces(event)) choose(...found);
    last.ended = formOf().elements.nonce.value !== nonce;
  }
  event.preventDefault();
}

function otherForm(event) {
  const link = document.querySelector(`[data-form="${event.code.at(-1)}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
}

// Turns keys on or off, here and for the pages to come.
export async function switchKeys(event) {
  event.preventDefault();
  const form = event.target;
  const turned = form.elements.keys.value;
  const body = new URLSearchParams(new FormData(form));
  formOf().dataset.keys = turned;
  form.elements.keys.value = turned === "off" ? "on" : "off";
  document.querySelector("[data-switch]").textContent = page.words[`keys_${turned}`];
  await fetch("/keys", { method: "POST", body, redirect: "manual" }).catch(() => {});
}
