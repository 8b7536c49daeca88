// A stay's questions: hides those that do not apply, and lets a choice be taken back. Everything works without.

const form = document.getElementById("stay");
const questions = [...form.querySelectorAll("[data-question]")];
const byKey = new Map(questions.map((one) => [one.dataset.question, one]));

/** Returns what is chosen of a question that applies, a number as the band that it lies in. */
function given(question) {
  if (!question || question.hidden) return [];
  const chosen = [...question.querySelectorAll(":checked")].map((one) => one.value);
  const number = question.querySelector("input[type=number]")?.value;
  return number ? [band(question.dataset.bands.split(" ").map(Number), Number(number)), ...chosen] : chosen;
}

function band(bands, number) {
  const at = bands.findLastIndex((first) => first <= number);
  if (at === bands.length - 1) return `${bands[at]}+`;
  const last = bands[at + 1] - 1;
  return bands[at] === last ? String(last) : `${bands[at]}-${last}`;
}

/** Shows the questions that apply after the answers before them. */
function settle() {
  for (const question of questions) {
    if (!question.dataset.when) continue;
    question.hidden = !Object.entries(JSON.parse(question.dataset.when)).every(([key, wanted]) =>
      given(byKey.get(key)).some((answer) => wanted.includes(answer)),
    );
  }
}

function alone({ target }) {
  const question = target.closest("[data-bands]");
  if (!question) return;
  if (target.type === "number" && target.value) {
    for (const one of question.querySelectorAll(":checked")) one.checked = false;
  } else if (target.checked) question.querySelector("input[type=number]").value = "";
}

// A choice that is pressed once more is none.
let before = null;
form.addEventListener("pointerdown", ({ target }) => {
  const radio = target.closest(".choice")?.querySelector("input[type=radio]");
  before = radio?.checked ? radio : null;
});
form.addEventListener("click", ({ target }) => {
  if (!target.matches("[data-question] input[type=radio]") || target !== before) return;
  before = null;
  target.checked = false;
  settle();
});

form.addEventListener("input", (event) => {
  alone(event);
  settle();
});

/** Unfolds the stage in which what the address names stands. */
function unfold() {
  const stage = document.querySelector(":target")?.closest("details");
  if (stage) stage.open = true;
}

addEventListener("hashchange", unfold);
for (const hint of form.querySelectorAll("[data-without-script]")) hint.hidden = true;
settle();
unfold();
