// What stands around the messages: the keyboard, the commands, notices, what was saved last, and the large picture.

import { key, make, place, rows, say } from "./make.js";
import { focus, log } from "./message.js";

const NOTICE_LASTS = 4000;
const DOING = { upload_photo: "drawing", upload_document: "filing" };

let actingEnds = 0;
let noticeEnds = 0;

export function showKeyboard(labels, tell) {
  place("keyboard").replaceChildren(...rows(labels, (label) => key(label, () => tell({ do: "say", text: label }))));
}

export function showCommands(commands, tell) {
  const line = ({ command, description }) => {
    const button = key(`/${command}`, () => {
      place("commands").open = false;
      tell({ do: "say", text: `/${command}` });
    });
    return make("li", {}, button, description);
  };
  place("commands").querySelector("ul").replaceChildren(...commands.map(line));
  place("commands").hidden = commands.length === 0;
}

export function showActing(acting) {
  clearTimeout(actingEnds);
  const left = acting ? acting.seconds * 1000 : 0;
  place("acting").textContent = left > 0 ? say(DOING[acting.action] ?? "writing") : "";
  if (left > 0) actingEnds = setTimeout(() => showActing(null), left);
}

export function showNotices(notices) {
  for (const button of log.querySelectorAll(".waiting")) button.classList.remove("waiting");
  // One that has to be closed by hand stays; others were about the tap before.
  for (const passing of place("notice").querySelectorAll("p:not(:has(button))")) passing.remove();
  const notice = notices.at(-1);
  if (!notice) return;
  clearTimeout(noticeEnds);
  const shown = make("p", {}, notice.text);
  if (notice.alert) shown.append(key(say("understood"), () => shown.remove()));
  else noticeEnds = setTimeout(() => shown.remove(), NOTICE_LASTS);
  place("notice").prepend(shown);
}

// A receipt is edited where it stands, and the fresh form below pushes it out of sight.
export function showSaved() {
  const messages = [...log.querySelectorAll(".message.bot")];
  const receipt = messages.at(-1)?.matches("[data-edited]") ? null : messages.at(-2);
  const told = receipt?.matches("[data-edited]") ? receipt.querySelector("p")?.textContent : "";
  const kept = told?.startsWith(say("kept"));
  place("saved").hidden = !kept;
  place("saved").textContent = kept ? told.split("\n").slice(0, 2).join(" · ") : "";
  place("saved").onclick = () => {
    receipt?.scrollIntoView({ block: "start" });
    focus(receipt);
  };
}

place("zoom").addEventListener("click", () => place("picture").classList.toggle("zoomed"));

place("picture").addEventListener("click", (event) => {
  if (event.target.tagName === "IMG") place("picture").classList.toggle("zoomed");
  else if (event.target === event.currentTarget) place("picture").close();
});
