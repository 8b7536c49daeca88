// Keeps the shift up to date: the server tells that something has changed, and the page fetches it.

import { fetchShift, hideShift, showShift, shownState } from "./shift.js";

const AGAIN = 5000;
let source = null;
let fetching = false;
let stale = false;

async function refresh() {
  stale = true;
  if (fetching) return;
  fetching = true;
  try {
    while (stale) {
      stale = false;
      await fetchShift();
    }
  } catch {
    // The stream connects again by itself, and tells then what stands there.
  } finally {
    fetching = false;
  }
}

function stop() {
  source?.close();
  source = null;
}

function lock() {
  stop();
  hideShift();
  document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
}

function connect() {
  source?.close();
  const stream = new EventSource("/live");
  source = stream;
  stream.addEventListener("message", ({ data }) => {
    if (data !== shownState()) refresh();
  });
  stream.addEventListener("locked", lock);
  stream.addEventListener("over", () => location.reload());
  stream.addEventListener("error", () => {
    if (stream.readyState !== EventSource.CLOSED || stream !== source) return;
    source = null;
    setTimeout(() => source ?? refresh().then(connect), AGAIN);
  });
}

if (document.getElementById("shift")) {
  document.documentElement.classList.add("live");
  connect();
  document.addEventListener("vaktlogg:locked", stop);
  document.addEventListener("vaktlogg:unlocked", connect);
  document.addEventListener("vaktlogg:shift", ({ detail }) => showShift(detail));
  // A browser lets only so many connections stand open: a page that is put away gives its own back.
  addEventListener("pagehide", stop);
  addEventListener("pageshow", ({ persisted }) => persisted && connect());
}
