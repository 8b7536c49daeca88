// Opens the desk once the seat has been let in; until then it asks quietly, and only while the page is seen.

const PAUSE = 2000;
const { again } = document.querySelector("[data-again]").dataset;

/** Tells whether the page would be another one now: the seat may come in, or the browser is let in no more. */
async function isOver() {
  if (document.hidden) return false;
  const answer = await fetch(again, { redirect: "manual" }).catch(() => null);
  return answer?.type === "opaqueredirect" || answer?.status === 401;
}

do {
  await new Promise((resume) => setTimeout(resume, PAUSE));
} while (!(await isOver()));
location.replace("/");
