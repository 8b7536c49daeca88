// Sending forms: each until it is answered, always as the same call, kept nowhere but in this page's memory.

import { page, showSaved, warn } from "./register_page.js";

const PATIENCE = 10_000;
const SHOWN_AFTER = 1_500;
const LONGEST_WAIT = 30_000;
const unsent = new Map();
let offer = () => {};

// Lets `offered` take a form back that was refused.
export function offerBy(offered) {
  offer = offered;
}

export function send(entry) {
  unsent.set(entry.nonce, { ...entry, tries: 0, said: "", refused: false });
  setTimeout(showUnsent, SHOWN_AFTER);
  return attempt(unsent.get(entry.nonce));
}

export function sendAgain() {
  for (const entry of unsent.values()) if (!entry.refused && !entry.busy) attempt(entry);
}

async function attempt(entry) {
  clearTimeout(entry.timer);
  entry.busy = true;
  const body = new URLSearchParams([...entry.fields, ["token", document.body.dataset.token]]);
  if (entry.tries > 0) body.set("at", entry.at);
  entry.tries += 1;
  try {
    await answered(entry, await ask(body));
  } catch {
    later(entry, page.words.unsent);
  } finally {
    entry.busy = false;
    showUnsent();
  }
}

async function ask(body) {
  const headers = { Accept: "application/json" };
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch("/register", { method: "POST", body, headers, signal, redirect: "manual" });
  const isOurs = response.headers.get("Content-Type")?.startsWith("application/json");
  const locked = response.status === 401 || response.type === "opaqueredirect";
  return { status: response.status, locked, told: isOurs ? await response.json() : {} };
}

async function answered(entry, { status, locked, told }) {
  if (locked) {
    later(entry, page.words.locked);
    document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
  } else if (status >= 500) later(entry, told.said ?? page.words.unsent);
  else if (status >= 400) refused(entry, told.said ?? page.words.failed);
  else {
    unsent.delete(entry.nonce);
    showShift(told.shift);
    showSaved(told);
  }
}

// What keeps the shift up to date puts it in, so that whatever is open there stays open.
function showShift(html) {
  const place = document.getElementById("shift");
  const isLive = document.documentElement.classList.contains("live");
  if (isLive) document.dispatchEvent(new CustomEvent("vaktlogg:shift", { detail: html }));
  else if (place) place.innerHTML = html;
}

function later(entry, said) {
  entry.said = said;
  const wait = Math.min(LONGEST_WAIT, 500 * 2 ** entry.tries) * (0.75 + Math.random() / 2);
  entry.timer = setTimeout(() => attempt(entry), wait);
}

function refused(entry, said) {
  entry.said = said;
  entry.refused = true;
  if (!offer(entry)) return;
  unsent.delete(entry.nonce);
  warn(said);
}

// Shows what is not saved yet, above the form.
export function showUnsent() {
  const list = document.getElementById("unsent");
  if (!list) return;
  const waiting = [...unsent.values()].filter((entry) => entry.said || entry.busy);
  list.replaceChildren(...waiting.map(row));
}

function row(entry) {
  const item = document.createElement("li");
  item.className = "notice warning";
  const lines = [entry.words, ...(entry.said || page.words.unsent).split("\n")];
  item.append(...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  if (entry.refused) item.append(action(page.words.open, entry, true), action(page.words.drop, entry, false));
  return item;
}

function action(label, entry, back) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  button.addEventListener("click", () => {
    unsent.delete(entry.nonce);
    if (back) offer(entry, true);
    showUnsent();
  });
  return button;
}

addEventListener("online", sendAgain);
document.addEventListener("vaktlogg:unlocked", sendAgain);
document.addEventListener("visibilitychange", () => document.hidden || sendAgain());
addEventListener("beforeunload", (event) => {
  if (unsent.size) event.preventDefault();
});
