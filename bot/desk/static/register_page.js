// What the server has said of the form on this page. Read anew whenever the page's content has been put back.

export const page = { came: 0 };

const STANDS = 120_000;
let standing = 0;

// Returns whether the form is there: the veil takes it away.
export function readPage() {
  const said = document.getElementById("rules");
  if (!said) return false;
  if (page.said !== said.textContent) {
    Object.assign(page, JSON.parse(said.textContent), { said: said.textContent, came: Date.now() });
  }
  return true;
}

export const formOf = () => document.getElementById("register");

function tell(words, undo, isSeen) {
  const place = document.getElementById("said");
  if (!place) return;
  clearTimeout(standing);
  place.classList.toggle("unseen", !isSeen);
  place.textContent = words;
  undoForm()?.remove();
  if (undo) place.after(undoing(undo));
}

const undoForm = () => document.querySelector("#receipt form");

// Returns the form that undoes what was saved, sent like those beside the form.
function undoing(tap) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/tap" });
  const token = { type: "hidden", name: "token", value: document.body.dataset.token };
  const button = { name: "tap", value: tap, textContent: page.words.undo };
  form.append(
    Object.assign(document.createElement("input"), token),
    Object.assign(document.createElement("button"), button),
  );
  return form;
}

// Says something to those who do not see the page.
export function say(words) {
  tell(words, "", false);
}

// Shows what was saved, and how to undo it, until the next call is begun; not for long, as anybody may pass by.
export function showSaved({ said, undo }) {
  tell(said, undo, true);
  standing = setTimeout(hideSaved, STANDS);
}

// Takes away what was saved.
export function hideSaved() {
  const place = document.getElementById("said");
  if (!place || place.classList.contains("unseen")) return;
  clearTimeout(standing);
  place.textContent = "";
  // It may be what is just being sent.
  undoForm()?.toggleAttribute("hidden", true);
}

// Shows why something did not work; nothing takes it away again.
export function warn(words) {
  const place = document.getElementById("trouble");
  if (!place) return;
  place.replaceChildren();
  if (!words) return;
  const notice = Object.assign(document.createElement("div"), { className: "notice warning" });
  notice.append(...words.split("\n").map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  place.append(notice);
}
