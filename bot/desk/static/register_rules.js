// A form's rules, the same as the server's: what is asked and offered after what was chosen, for a call on a day.

const inUse = (days, day) => (!days.since || days.since <= day) && (!days.until || day <= days.until);

const given = (answer) => (answer === undefined ? [] : [answer].flat());

function applies(question, answers, butFor = []) {
  return Object.entries(question.when).every(
    ([key, wanted]) => butFor.includes(key) || given(answers[key]).some((option) => wanted.includes(option)),
  );
}

function inOrder(form, answers) {
  const kept = Object.keys(form.questions).filter((key) => key in answers);
  return Object.fromEntries(kept.map((key) => [key, answers[key]]));
}

function pruned(form, answers, day) {
  let kept = inOrder(form, answers);
  for (;;) {
    const left = Object.entries(kept).filter(([key]) => {
      const question = form.questions[key];
      return inUse(question.days, day) && applies(question, kept);
    });
    if (left.length === Object.keys(kept).length) return withoutRepeats(form, kept);
    kept = Object.fromEntries(left);
  }
}

function withoutRepeats(form, answers) {
  const left = {};
  for (const [key, answer] of Object.entries(answers)) {
    const { besides, later } = form.questions[key];
    const kept = besides ? given(answer).filter((option) => option !== answers[besides]) : answer;
    if (kept.length || !later) left[key] = kept;
  }
  return left;
}

// Tells whether a button's questions and options are in use on a day, whatever was chosen.
export function isCurrent(form, button, day) {
  return Object.entries(button.set).every(([key, option]) => {
    const question = form.questions[key];
    return inUse(question.days, day) && inUse(question.options[option], day);
  });
}

function isOffered(form, screen, button, answers, day) {
  const fits = ([key, option]) => {
    const question = form.questions[key];
    return answers[question.besides] !== option && applies(question, answers, screen.questions);
  };
  return isCurrent(form, button, day) && Object.entries(button.set).every(fits);
}

function severalAnswers(form, screen, places, answers, day) {
  const none = Object.fromEntries(screen.questions.map((key) => [key, []]));
  const chosen = { ...none };
  for (const [key, option] of places.flatMap((place) => Object.entries(screen.buttons[place].set))) {
    chosen[key] = [...chosen[key], option];
  }
  return pruned(form, { ...answers, ...chosen }, day);
}

function answersAfter(form, screen, place, answers, day) {
  const others = Object.entries(answers).filter(([key]) => !screen.questions.includes(key));
  return pruned(form, { ...Object.fromEntries(others), ...screen.buttons[place].set }, day);
}

// Returns for each screen whether it is asked, which buttons are offered, which of those chosen count, and whether it
// is answered; `missing` is the first screen that lacks an answer, `end` the button that ends the form.
export function walk(form, chosen, day) {
  const walked = { screens: [], missing: null, end: null, answers: {} };
  form.screens.forEach((screen, place) => {
    const offered = screen.buttons
      .map((button, at) => (isOffered(form, screen, button, walked.answers, day) ? at : null))
      .filter((at) => at !== null);
    const asked = !walked.end && !screen.later && offered.some((at) => !screen.buttons[at].ends);
    const picked = asked ? (chosen[place] ?? []).filter((at) => offered.includes(at)) : [];
    walked.screens.push({ asked, offered: asked ? offered : [], picked, answered: screen.several || picked.length > 0 });
    if (!asked) return;
    if (screen.several) walked.answers = severalAnswers(form, screen, picked, walked.answers, day);
    else if (!picked.length) walked.missing ??= place;
    else if (screen.buttons[picked[0]].ends) walked.end = [place, picked[0]];
    else walked.answers = answersAfter(form, screen, picked[0], walked.answers, day);
  });
  return walked;
}
