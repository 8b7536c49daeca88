// The messages: bubbles with their buttons, a line where a new day begins, and where the keyboard's focus goes.

import { key, make, place, rows, say } from "./make.js";

const TAP_WAITS = 8000;
const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code" };

export const log = place("log");

function marked(text, marks) {
  const parts = [];
  let end = 0;
  for (const [kind, start, length] of marks) {
    if (!(kind in MARKS) || start < end) continue;
    parts.push(text.slice(end, start), make(MARKS[kind], {}, text.slice(start, start + length)));
    end = start + length;
  }
  return [...parts, text.slice(end)];
}

function photo({ id, width, height }, text) {
  const picture = make("img", { src: `/desk/files/${id}`, alt: say(text ? "figures" : "picture") });
  picture.style.setProperty("--ratio", width / height);
  const opener = make("button", { type: "button", class: "photo", "aria-label": say("open") }, picture);
  opener.addEventListener("click", () => {
    const large = place("picture").querySelector("img");
    large.src = picture.src;
    large.alt = picture.alt;
    place("picture").classList.remove("zoomed");
    place("picture").showModal();
  });
  return opener;
}

function bubble({ own, text, marks, time, edited, photo: shown, document: file }) {
  const parts = [make("span", { class: "unseen" }, own ? `${say("you")}: ` : "Vaktlogg: ")];
  if (shown) parts.push(photo(shown, text));
  if (file) parts.push(make("a", { href: `/desk/files/${file.id}`, download: file.name }, file.name));
  if (text) parts.push(make("p", {}, ...marked(text, marks)));
  return make("div", { class: "bubble" }, ...parts, make("small", {}, edited ? say("edited", { time }) : time));
}

function tapped(message, tell) {
  return ({ text, data }) => {
    const button = key(text, () => {
      if (!tell({ do: "press", message, data })) return;
      button.classList.add("waiting");
      setTimeout(() => button.classList.remove("waiting"), TAP_WAITS);
    });
    button.disabled = data === null;
    return button;
  };
}

export function put(message, tell) {
  const before = place(`message-${message.id}`);
  const hadFocus = before?.contains(document.activeElement);
  const kind = `message ${before ? "" : "new "}${message.own ? "own" : "bot"} ${message.buttons.length ? "with-buttons" : ""}`;
  const after = make(
    "article",
    { id: `message-${message.id}`, class: kind, "data-day": message.day },
    bubble(message),
    make("div", { "aria-live": "off" }, ...rows(message.buttons, tapped(message.id, tell))),
  );
  if (before) before.replaceWith(after);
  else log.append(after);
  if (message.edited) after.dataset.edited = "";
  if (hadFocus) focus(after);
}

const asking = () => [...log.querySelectorAll(".with-buttons")];

// The first button that leads on, not back.
function first(message) {
  const buttons = [...(message?.querySelectorAll(".row button:not(:disabled)") ?? [])];
  return buttons.find((button) => !button.textContent.startsWith("‹")) ?? buttons[0];
}

export function focus(message) {
  (first(message) ?? log).focus({ preventScroll: true });
}

// Where the days change stands the day.
export function divide() {
  for (const line of log.querySelectorAll(".day")) line.remove();
  let day = "";
  for (const message of log.querySelectorAll(".message")) {
    if (message.dataset.day !== day) message.before(make("p", { class: "day" }, message.dataset.day));
    day = message.dataset.day;
  }
}

// The tab key goes through the newest buttons only; the arrow keys reach the older ones.
export function order(newest) {
  const last = asking().at(-1);
  const focused = document.activeElement?.closest?.(".message");
  for (const button of log.querySelectorAll(".row button")) button.tabIndex = last.contains(button) ? 0 : -1;
  if (newest && focused && focused !== last && focused.contains(document.activeElement)) focus(last);
}

log.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const message = event.target.closest(".with-buttons");
  if (!step || !message) return;
  const next = asking()[asking().indexOf(message) + step];
  if (!next) return;
  event.preventDefault();
  first(next)?.focus();
});
