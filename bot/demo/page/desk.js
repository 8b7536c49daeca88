// The practice desk: shows one seat's chat and sends what is tapped and written there.

import { showActing, showCommands, showKeyboard, showNotices, showSaved } from "./around.js";
import { make, place, say } from "./make.js";
import { divide, log, order, put } from "./message.js";
import { beginTraining, learn } from "./training.js";

const RETRY_AFTER = 1000;
const NEAR = 80;
const MARGIN = 8;

const WAITS = ["say", "photo"];
const unsent = [];

let socket = null;
// How far the chat goes on below its lower edge, which stands still.
let below = 0;

// What is said while there is no line waits for it; a tap does not, since its message may be gone by then.
function tell(word) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(word));
  else if (!WAITS.includes(word.do)) return false;
  else unsent.push(word);
  return true;
}

function show(changes) {
  if (changes.fresh) startOver();
  const isNew = changes.put?.some((message) => !place(`message-${message.id}`));
  const asksAnew = changes.put?.some((message) => message.buttons.length && !place(`message-${message.id}`));
  for (const id of changes.gone ?? []) place(`message-${id}`)?.remove();
  changes.put?.forEach((message) => put(message, tell));
  if (changes.put || changes.gone || changes.fresh) {
    divide();
    order(asksAnew);
    showSaved();
    if (!changes.fresh) learn(changes.put ?? []);
  }
  if (changes.keyboard) showKeyboard(changes.keyboard, tell);
  if (changes.commands) showCommands(changes.commands, tell);
  if ("acting" in changes) showActing(changes.acting);
  if (changes.answered) showNotices(changes.answered);
  place("empty").hidden = log.childElementCount > 0;
  const newest = log.lastElementChild;
  if (isNew || below < NEAR) below = 0;
  if (isNew && !changes.fresh && newest.offsetHeight > log.clientHeight) below = rest() - newest.offsetTop + MARGIN;
  hold();
}

const rest = () => log.scrollHeight - log.clientHeight;

// As in Telegram, what grows or shrinks does so upwards: the lowest rows stay under the finger.
function hold() {
  log.scrollTop = rest() - below;
}

log.addEventListener("scroll", () => (below = rest() - log.scrollTop));
new ResizeObserver(hold).observe(log);

function startOver() {
  place("line").textContent = "";
  log.replaceChildren();
  showKeyboard([], tell);
  showCommands([], tell);
  showActing(null);
}

function tryAgain() {
  place("line").textContent = say("lost");
  setTimeout(connect, RETRY_AFTER);
}

function listen(seat) {
  socket = new WebSocket(`ws://${location.host}/desk/live?seat=${seat.id}`);
  socket.addEventListener("open", () => unsent.splice(0).forEach(tell));
  socket.addEventListener("message", (event) => show(JSON.parse(event.data)));
  socket.addEventListener("close", tryAgain);
}

function showSeats(seats, chosen) {
  const links = seats.map((seat) => {
    if (seat.href) return make("a", { href: `${seat.href}?seat=${chosen.id}`, target: "vaktlogg-desk" }, seat.name);
    const link = make("a", { href: `?seat=${seat.id}` }, seat.name);
    if (seat === chosen) link.setAttribute("aria-current", "page");
    return link;
  });
  place("seats").replaceChildren(...links);
  document.body.classList.toggle("group", chosen.group);
  place("seats").hidden = seats.length < 2;
  place("begin").hidden = chosen.group;
  if (chosen.group) {
    place("empty").querySelector("p").textContent = say("group");
    place("text").placeholder = say("receives");
  }
  document.title = `${chosen.name} – ${document.querySelector("h1").textContent}`;
}

async function connect() {
  try {
    const seats = await (await fetch("/desk/seats")).json();
    const wanted = Number(new URLSearchParams(location.search).get("seat"));
    const chosen = seats.find((seat) => seat.id === wanted) ?? seats[0];
    if (!chosen?.id) return tryAgain();
    showSeats(seats, chosen);
    listen(chosen);
  } catch {
    tryAgain();
  }
}

place("write").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = place("text").value.trim();
  if (text) tell({ do: "say", text });
  place("text").value = "";
});

place("begin").addEventListener("click", () => tell({ do: "say", text: "/log" }));

beginTraining(tell);
connect();
