/* While a file is worked on, the page shows how far that has come without being opened anew. */

const PAUSE = 1000;

const work = () => document.querySelector("[data-work]");

async function look() {
  const answer = await fetch(location.pathname, { redirect: "error" }).catch(() => null);
  if (!answer?.ok) {
    return;
  }
  const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const done = !main.querySelector("[data-work]");
  if (done) {
    document.querySelector("main").replaceChildren(...main.childNodes);
  } else {
    work().replaceWith(main.querySelector("[data-work]"));
  }
}

while (work()) {
  await new Promise((resume) => setTimeout(resume, PAUSE));
  await look();
}
