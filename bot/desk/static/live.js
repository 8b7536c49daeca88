// Keeps the shift up to date: the server tells that something has changed, and the page fetches it.

import { fetchShift, hideShift, showShift, shownState } from "./shift.js";
import { follow, inTurn } from "./stream.js";

const refresh = inTurn(fetchShift);

if (document.getElementById("shift")) {
  document.documentElement.classList.add("live");
  follow("message", (state) => state !== shownState() && refresh(), refresh, hideShift);
  document.addEventListener("vaktlogg:shift", ({ detail }) => showShift(detail));
}
