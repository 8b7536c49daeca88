// What the server has said of the form on this page. Read anew whenever the page's content has been put back.

export const page = { came: 0 };

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

// Says something to those who do not see the page.
export function say(words) {
  const place = document.getElementById("said");
  if (place) place.textContent = words;
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
