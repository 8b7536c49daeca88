// What helps to learn: a first lesson in five steps, a slip to make, and the day of the next report.

import { place, say } from "./make.js";

const STEPS = 5;
const AT = "step";

function showStep(step) {
  sessionStorage.setItem(AT, step);
  place("steps").hidden = step === 0;
  if (step) place("steps").querySelector("p").textContent = say(`step${step}`);
}

function choose(id, act) {
  place(id).addEventListener("click", () => {
    place("training").open = false;
    act();
  });
}

export function beginTraining(tell) {
  const now = () => Number(sessionStorage.getItem(AT));
  showStep(now());
  choose("lesson", () => showStep(1));
  choose("photo", () => tell({ do: "photo" }));
  choose("jump", () => tell({ do: "jump" }));
  place("next").addEventListener("click", () => showStep((now() + 1) % (STEPS + 1)));
  place("end").addEventListener("click", () => showStep(0));
}
