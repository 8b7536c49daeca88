// The practice desk: shows one seat's chat and sends what is tapped and written there.

const place = (id) => document.getElementById(id);
const log = place("log");
const RETRY_AFTER = 1000;
const NOTICE_LASTS = 4000;
const TAP_WAITS = 8000;
const DOING = { upload_photo: "Vaktlogg tegner …", upload_document: "Vaktlogg lager en fil …" };
const MARKS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "code" };

let socket = null;
let actingEnds = 0;
let noticeEnds = 0;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function tell(word) {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(word));
  return true;
}

// A message

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
  const alt = text ? "Bilde. Tallene står i teksten under." : "Bilde";
  const picture = make("img", { src: `/desk/files/${id}`, alt });
  picture.style.setProperty("--ratio", width / height);
  const opener = make("button", { type: "button", class: "photo", "aria-label": "Vis bildet stort" }, picture);
  opener.addEventListener("click", () => {
    const large = place("picture").querySelector("img");
    large.src = picture.src;
    large.alt = picture.alt;
    place("picture").showModal();
  });
  return opener;
}

function inlineButton({ text, data }, message) {
  const button = make("button", { type: "button" }, text);
  button.disabled = data === null;
  button.addEventListener("click", () => {
    if (!tell({ do: "press", message, data })) return;
    button.classList.add("waiting");
    setTimeout(() => button.classList.remove("waiting"), TAP_WAITS);
  });
  return button;
}

function rows(buttons, one) {
  return buttons.map((row) => make("div", { class: "row" }, ...row.map(one)));
}

function bubble({ own, text, marks, sent, edited, photo: shown, document: file }) {
  const hour = new Date(sent * 1000).toLocaleTimeString("nb", { hour: "2-digit", minute: "2-digit" });
  const parts = [make("span", { class: "unseen" }, own ? "Du: " : "Vaktlogg: ")];
  if (shown) parts.push(photo(shown, text));
  if (file) parts.push(make("a", { href: `/desk/files/${file.id}`, download: file.name }, file.name));
  if (text) parts.push(make("p", {}, ...marked(text, marks)));
  return make("div", { class: "bubble" }, ...parts, make("small", {}, edited ? `redigert ${hour}` : hour));
}

function put(message) {
  const side = message.own ? "own" : "bot";
  const before = place(`message-${message.id}`);
  const hadFocus = before?.contains(document.activeElement);
  const wide = message.buttons.length ? "with-buttons" : "";
  const after = make(
    "article",
    { id: `message-${message.id}`, class: `message ${side} ${wide}` },
    bubble(message),
    make("div", { "aria-live": "off" }, ...rows(message.buttons, (button) => inlineButton(button, message.id))),
  );
  if (before) before.replaceWith(after);
  else log.append(after);
  if (hadFocus) (after.querySelector(".row button") ?? log).focus({ preventScroll: true });
}

// What stands around the messages

function showKeyboard(labels) {
  const button = (label) => {
    const key = make("button", { type: "button" }, label);
    key.addEventListener("click", () => tell({ do: "say", text: label }));
    return key;
  };
  place("keyboard").replaceChildren(...rows(labels, button));
}

function showActing(acting) {
  clearTimeout(actingEnds);
  const left = acting ? acting.seconds * 1000 : 0;
  place("acting").textContent = left > 0 ? (DOING[acting.action] ?? "Vaktlogg skriver …") : "";
  if (left > 0) actingEnds = setTimeout(() => showActing(null), left);
}

function showNotices(notices) {
  for (const button of log.querySelectorAll(".waiting")) button.classList.remove("waiting");
  const notice = notices.at(-1);
  if (!notice) return;
  clearTimeout(noticeEnds);
  const shown = make("p", {}, notice.text);
  if (notice.alert) {
    const close = make("button", { type: "button" }, "OK");
    close.addEventListener("click", () => shown.remove());
    shown.append(close);
  } else {
    noticeEnds = setTimeout(() => shown.remove(), NOTICE_LASTS);
  }
  place("notice").replaceChildren(shown);
}

function show(changes) {
  if (changes.fresh) startOver();
  const below = log.scrollHeight - log.scrollTop;
  const atEnd = below - log.clientHeight < 80;
  const isNew = changes.put?.some((message) => !place(`message-${message.id}`));
  for (const id of changes.gone ?? []) place(`message-${id}`)?.remove();
  changes.put?.forEach(put);
  if (changes.keyboard) showKeyboard(changes.keyboard);
  if ("acting" in changes) showActing(changes.acting);
  if (changes.answered) showNotices(changes.answered);
  place("empty").hidden = log.childElementCount > 0;
  // As in Telegram, what grows or shrinks does so upwards: the lowest rows stay under the finger.
  log.scrollTop = log.scrollHeight - (atEnd || isNew ? 0 : below);
}

// The line to the server

function startOver() {
  place("line").textContent = "";
  log.replaceChildren();
  showKeyboard([]);
  showActing(null);
}

function tryAgain() {
  place("line").textContent = "Kobler til igjen …";
  setTimeout(connect, RETRY_AFTER);
}

function listen(seat) {
  socket = new WebSocket(`ws://${location.host}/desk/live?seat=${seat.id}`);
  socket.addEventListener("message", (event) => show(JSON.parse(event.data)));
  socket.addEventListener("close", tryAgain);
}

function showSeats(seats, chosen) {
  const links = seats.map((seat) => {
    const link = make("a", { href: `?seat=${seat.id}` }, seat.name);
    if (seat === chosen) link.setAttribute("aria-current", "page");
    return link;
  });
  place("seats").replaceChildren(...links);
  place("seats").hidden = seats.length < 2;
  document.title = `${chosen.name} – Vaktlogg, øvingsbord`;
}

async function connect() {
  try {
    const seats = await (await fetch("/desk/seats")).json();
    const wanted = Number(new URLSearchParams(location.search).get("seat"));
    const chosen = seats.find((seat) => seat.id === wanted) ?? seats[0];
    if (!chosen) return tryAgain();
    showSeats(seats, chosen);
    listen(chosen);
  } catch {
    tryAgain();
  }
}

place("write").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = place("text").value.trim();
  if (text && tell({ do: "say", text })) place("text").value = "";
});

place("begin").addEventListener("click", () => tell({ do: "say", text: "/log" }));

place("picture").addEventListener("click", (event) => {
  if (event.target !== event.currentTarget) return;
  place("picture").close();
});

connect();
