// The form on the page: what is chosen, what that greys out, which screen is the next, and when it is whole.

import { formOf, hideSaved, page, say, warn } from "./register_page.js";
import { isCurrent, walk } from "./register_rules.js";
import { chosenHour, dayOfCall, hourNow, lacksHour, refreshTime, setHour } from "./register_time.js";

const BUTTON = ".choice input, .end";
const NONCE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const passed = new Set();
let wentTo = null;
let begun = null;
let send = () => {};

// Hands every form that is whole to `sender`.
export function sendBy(sender) {
  send = sender;
}

const screens = () => [...formOf().querySelectorAll(".screen")];
const screenAt = (place) => formOf().querySelector(`[data-screen="${place}"]`);
const placeOf = (element) => Number(element.closest(".screen").dataset.screen);

const numberOf = (choice) => Number(choice.value.split(".").at(-1));

function chosen() {
  const places = {};
  for (const input of formOf().querySelectorAll(".choice input:checked")) {
    (places[placeOf(input)] ??= []).push(numberOf(input));
  }
  return places;
}

const look = () => walk(page.form, chosen(), dayOfCall());

const asked = (walked) => screens().map((screen) => Number(screen.dataset.screen)).filter((at) => walked.screens[at].asked);

const isDone = (walked, at) => (page.form.screens[at].several ? passed.has(at) : walked.screens[at].answered);

// Returns the screen whose choices the keys choose.
function active(walked) {
  const places = asked(walked);
  if (wentTo !== null && places.includes(wentTo)) return wentTo;
  return places.find((at) => !isDone(walked, at)) ?? places.at(-1);
}

// Greys out what cannot be combined with what is chosen, and marks the screen that is next.
export function refresh() {
  refreshTime();
  const walked = look();
  const next = active(walked);
  for (const screen of screens()) {
    const at = Number(screen.dataset.screen);
    const { asked: isAsked, offered } = walked.screens[at];
    const { buttons } = page.form.screens[at];
    const isNow = buttons.map((button) => isCurrent(page.form, button, dayOfCall()));
    screen.disabled = !isAsked;
    screen.hidden = !buttons.some((button, place) => isNow[place] && !button.ends);
    screen.classList.toggle("active", at === next);
    for (const one of screen.querySelectorAll(BUTTON)) {
      const place = numberOf(one);
      one.disabled = !offered.includes(place);
      (one.closest(".choice") ?? one).hidden = !isNow[place];
      if (one.disabled && one.checked) one.checked = false;
    }
    if (isDone(walked, at)) screen.querySelector("[data-missing]").hidden = true;
  }
  begun = isUntouched() ? null : kept();
  if (begun) hideSaved();
  return walked;
}

function focusOn(at) {
  const screen = screenAt(at);
  screen.tabIndex = -1;
  screen.focus();
}

// Chooses a button; goes on to the next screen, and saves what is whole by then.
export function choose(at, place) {
  const screen = page.form.screens[at];
  if (screen.buttons[place].ends) return finish([at, place]);
  const input = screenAt(at).querySelector(`input[value="${place}"]`);
  input.checked = screen.several ? !input.checked : true;
  return went(at);
}

// Goes on after something was chosen on a screen.
export function went(at) {
  wentTo = null;
  const walked = refresh();
  if (page.form.screens[at].several) {
    wentTo = at;
    passed.delete(at);
    return refresh();
  }
  for (const before of asked(walked).filter((one) => one < at)) {
    if (walked.screens[before].picked.length) passed.add(before);
  }
  const places = asked(walked);
  const whole = walked.missing === null && places.every((one) => isDone(walked, one) || walked.screens[one].picked.length);
  if (whole && !page.form.screens[places.at(-1)].several) return finish(null);
  return focusOn(active(refresh()));
}

// Goes back to the screen before the one that is next.
export function back() {
  const walked = look();
  const places = asked(walked);
  wentTo = places[Math.max(0, places.indexOf(active(walked)) - 1)];
  passed.delete(wentTo);
  refresh();
  focusOn(wentTo);
}

// Goes on from a screen where several may be chosen, or saves what is whole.
export function enter() {
  const here = active(look());
  if (page.form.screens[here].several) passed.add(here);
  wentTo = null;
  const walked = refresh();
  const goesOn = page.form.screens[here].several && asked(walked).some((at) => !isDone(walked, at));
  return goesOn ? focusOn(active(walked)) : finish(null);
}

// Saves the form, by a button that ends it or as it stands, or says what is missing.
export function finish(end) {
  const walked = look();
  const missing = end && (walked.missing === null || walked.missing >= end[0]) ? null : walked.missing;
  if (missing !== null) return lacks(missing);
  if (lacksHour()) {
    document.getElementById("earlier").open = true;
    return warn(page.words.hour);
  }
  const entry = sentAs(end);
  clear();
  formOf().elements.nonce.value = freshNonce();
  focusOn(active(look()));
  document.getElementById("receipt").scrollIntoView({ block: "nearest" });
  return send(entry);
}

function lacks(at) {
  const said = screenAt(at).querySelector("[data-missing]");
  said.textContent = page.words.missing;
  said.hidden = false;
  say(`${screenAt(at).querySelector("legend").textContent} ${page.words.missing}`);
  wentTo = at;
  refresh();
  focusOn(at);
}

function sentAs(end) {
  const form = formOf();
  const hour = chosenHour();
  const fields = [...new FormData(form)].filter(([name]) => !["token", "day", "hour"].includes(name));
  if (hour) fields.push(["day", hour.slice(0, 10)], ["hour", String(Number(hour.slice(11)))]);
  if (end) fields.push(["end", end.join(".")]);
  const labels = end
    ? [screenAt(end[0]).querySelector(`.end[value="${end.join(".")}"] span`)]
    : form.querySelectorAll(".choice input:checked + span");
  const words = [...labels].map((label) => label.textContent).join(" · ");
  return { fields, words, at: hourNow(), ...kept() };
}

// Puts back what could not be saved, under the same identity; tells whether its form is on this page.
export function putBack(entry) {
  if (formOf()?.elements.form.value !== entry.form) return false;
  clear();
  for (const [at, places] of Object.entries(entry.chosen)) {
    for (const place of places) screenAt(at).querySelector(`input[value="${place}"]`).checked = true;
  }
  setHour(entry.hour);
  formOf().elements.nonce.value = entry.nonce;
  focusOn(active(refresh()));
  return true;
}

export const isUntouched = () => !formOf().querySelector(".choice input:checked");

export function clear() {
  for (const input of formOf().querySelectorAll(".choice input")) input.checked = false;
  for (const said of formOf().querySelectorAll("[data-missing]")) said.hidden = true;
  passed.clear();
  wentTo = null;
  setHour(null);
  warn("");
  refresh();
}

function kept() {
  const { form, nonce } = formOf().elements;
  return { form: form.value, nonce: nonce.value, chosen: chosen(), hour: chosenHour() };
}

// Returns what stood in the form when it was last seen, to be put back after the veil; null for nothing.
export const lastSeen = () => begun;

// Returns the place of the button that a key stands for on the active screen, and that of the screen.
export function byKey(key) {
  const screen = formOf().querySelector(".screen.active");
  const signs = [...(screen?.querySelectorAll("kbd") ?? [])];
  const sign = signs.find((one) => one.dataset.key === key)?.parentElement;
  const button = sign?.matches(BUTTON) ? sign : sign?.querySelector(BUTTON);
  return button && !button.disabled ? [placeOf(button), numberOf(button)] : null;
}

function freshNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => NONCE[byte & 63]).join("");
}
