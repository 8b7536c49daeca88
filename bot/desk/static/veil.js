// The veil: after a while without a key, a pointer or a touch the page is emptied and the browser locked.
//
// The server's own clock locks all the same. Other scripts may ask for the veil by the event `vaktlogg:lock`, as
// when they are answered 401; they are told `vaktlogg:locked` and `vaktlogg:unlocked`. What they hold in memory
// stays: where leaving would lose something (`beforeunload` is prevented), the page is renewed where it stands.

import { complain, offerUnlocking, send } from "./passkey.js";

const { idle, again } = document.body.dataset;
const patience = Number(idle) * 1000;
const tell = Math.min(30_000, patience / 3);
const tabs = new BroadcastChannel("vaktlogg");
const form = document.getElementById("veil");
const signs = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel"];

let active = Date.now();
let told = active;
let spread = active;
let locked = false;
let timer = 0;

function wait() {
  clearTimeout(timer);
  timer = setTimeout(look, Math.max(50, active + patience - Date.now()));
}

function look() {
  if (locked) return;
  if (Date.now() - active >= patience) veil();
  else wait();
}

async function act() {
  if (locked) return;
  active = Date.now();
  if (active - spread >= 1000) {
    spread = active;
    tabs.postMessage("active");
  }
  if (active - told < tell) return;
  told = active;
  const answer = await send("/active").catch(() => null);
  if (answer?.status === 401) cover();
}

/** Show a page that the browser has kept, once the server says that nobody has locked it since. */
async function comeBack() {
  look();
  if (!locked && !(await send("/active").catch(() => null))?.ok) cover();
  document.body.hidden = false;
}

/** Lock the browser and empty the page. */
function veil() {
  if (locked) return;
  cover();
  tabs.postMessage("locked");
  send("/lock").catch(() => null); // the server's clock locks it as well
}

/** Empty the page, and ask for the code in its place. */
function cover() {
  if (locked) return;
  locked = true;
  clearTimeout(timer);
  document.body.replaceChildren(form.content.cloneNode(true));
  document.title = form.dataset.title;
  document.dispatchEvent(new Event("vaktlogg:locked"));
  const within = document.querySelector("main > section");
  const asking = within.querySelector("form");
  asking.addEventListener("submit", (event) => {
    event.preventDefault();
    unlock(within, asking);
  });
  asking.code.focus();
  offerUnlocking(within, opened);
}

async function unlock(within, asking) {
  const answer = await send("/unlock", { code: asking.code.value }).catch(() => null);
  if (answer?.ok) return opened();
  if (answer?.status === 401) return location.replace("/enter"); // it was removed meanwhile
  const said = answer && [403, 409].includes(answer.status);
  complain(within, said ? await answer.text() : asking.dataset.silent);
  asking.code.value = "";
  asking.code.focus();
  return undefined;
}

function opened() {
  tabs.postMessage("unlocked");
  return renew();
}

/** Fetch the page anew, in place where leaving it would lose something. */
async function renew() {
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  if (!leaving.defaultPrevented) {
    location.replace(again);
    return;
  }
  const answer = await fetch(again).catch(() => null);
  if (!answer?.ok) {
    complain(document.querySelector("main > section"), form.content.querySelector("form").dataset.silent);
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.title = fresh.title;
  document.body.replaceChildren(...fresh.body.childNodes);
  locked = false;
  active = told = Date.now();
  wait();
  document.dispatchEvent(new Event("vaktlogg:unlocked"));
}

tabs.addEventListener("message", ({ data }) => {
  if (data === "locked") cover();
  else if (data === "unlocked" && locked) renew();
  else active = Date.now();
});
for (const sign of signs) addEventListener(sign, act, { passive: true, capture: true });
document.addEventListener("visibilitychange", look);
document.addEventListener("vaktlogg:lock", cover);
addEventListener("pagehide", () => (document.body.hidden = true));
addEventListener("pageshow", ({ persisted }) => persisted && comeBack());
addEventListener("submit", (event) => {
  if (event.target.getAttribute("action") !== "/lock") return;
  event.preventDefault();
  veil();
});
wait();
