// The first page: makes its form faster. Everything works without, but for what waits to be sent.

import { choose, clear, enter, finish, isUntouched, lastSeen, putBack, refresh, sendBy, went } from "./register_form.js";
import { onKey, switchKeys } from "./register_keys.js";
import { formOf, hideSaved, page, readPage, say } from "./register_page.js";
import { offerBy, send, showUnsent } from "./register_sending.js";
import { pickTime, renewTimes } from "./register_time.js";

const ANOTHER_CLICK = 600;
let pointed = false;
let sentAt = -Infinity;

const isForm = (event) => formOf()?.contains(event.target);

function start() {
  if (!readPage()) return;
  for (const one of document.querySelectorAll("[data-quick], [data-clear], [data-now], [data-day], [data-switch]")) {
    one.hidden = false;
  }
  formOf().classList.add("quick");
  const begun = lastSeen();
  if (begun) putBack(begun);
  refresh();
  showUnsent();
}

sendBy((entry) => {
  sentAt = performance.now();
  return send(entry);
});

offerBy((entry, wanted = false) => Boolean(formOf()) && (wanted || isUntouched()) && putBack(entry));

document.addEventListener("pointerdown", () => (pointed = true), true);
document.addEventListener("keydown", (event) => {
  pointed = false;
  onKey(event);
});

// The second half of a double click must not choose in the next form, nor undo.
document.addEventListener(
  "click",
  (event) => {
    if (event.detail < 2 || performance.now() - sentAt > ANOTHER_CLICK || !event.target.closest("#register, #receipt")) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (!button || !isForm(event)) return;
  if ("clear" in button.dataset) {
    clear();
    say(page.words.cleared);
  } else if (pickTime(button)) refresh();
});

// Arrow keys choose on their way past: only a pointer's choice goes on by itself.
document.addEventListener("change", (event) => {
  if (!isForm(event)) return;
  if (event.target.matches(".choice input") && pointed) went(Number(event.target.closest(".screen").dataset.screen));
  else refresh();
});

document.addEventListener("submit", (event) => {
  if (event.target.id === "keys") switchKeys(event);
  if (event.target.closest("#receipt, #shift")) hideSaved();
  if (event.target !== formOf()) return;
  event.preventDefault();
  const { submitter } = event;
  if (submitter?.name === "end") choose(...submitter.value.split(".").map(Number));
  else if (submitter?.classList.contains("main")) finish(null);
  else enter();
});

document.addEventListener(
  "toggle",
  async (event) => {
    if (event.target.id !== "earlier" || !event.target.open) return;
    await renewTimes();
    refresh();
  },
  true,
);

document.addEventListener("vaktlogg:unlocked", start);
start();
