// What helps to learn: a first lesson in five steps, a slip to make, and the day of the next report.

import { place, say } from "./make.js";

const AT = "step";

// What Vaktlogg says once a step is taken; before the first one stands the offer.
const TAKEN = [
  () => false,
  ({ text }) => text.startsWith(say("kept")),
  ({ text }) => text.startsWith(say("undone")),
  ({ text }) => text.startsWith(say("latest")),
  ({ text }) => text.endsWith(say("deleted")),
  ({ photo }) => photo,
];
const OVER = TAKEN.length;

const now = () => Number(sessionStorage.getItem(AT));

function showStep(step) {
  sessionStorage.setItem(AT, step);
  if (step >= OVER && place("steps").contains(document.activeElement)) place("log").focus({ preventScroll: true });
  place("steps").hidden = step >= OVER;
  if (step >= OVER) return;
  place("steps").classList.toggle("offer", step === 0);
  place("steps").querySelector("p").textContent = say(`step${step}`);
  place("next").textContent = say(step ? "next" : "start");
  place("end").textContent = say(step ? "end" : "later");
}

function choose(id, act) {
  place(id).addEventListener("click", () => {
    place("training").open = false;
    act();
  });
}

// Goes on to the next step when the chat shows that this one is taken.
export function learn(messages) {
  if (messages.some((message) => !message.own && TAKEN[now()]?.(message))) showStep(now() + 1);
}

export function beginTraining(tell) {
  showStep(now());
  choose("lesson", () => showStep(1));
  choose("photo", () => tell({ do: "photo" }));
  choose("jump", () => tell({ do: "jump" }));
  place("next").addEventListener("click", () => showStep(now() + 1));
  place("end").addEventListener("click", () => showStep(OVER));
}
