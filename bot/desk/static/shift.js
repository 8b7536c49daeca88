// Answers taps beside the form without a new page, and puts what has changed into the page, no more than that.

const WHOLE = location.pathname === "/shift" ? { "X-Whole": "yes" } : {};
const ALONE = { "X-Part": "shift", ...WHOLE };
const ANSWER = { "X-Part": "answer", ...WHOLE };
const LONGEST_OPEN = 3600_000;
const opened = new WeakMap();
const CALL = "call-";
let unfolded = "";
let shown = 0;
const told = Object.assign(document.createElement("p"), { className: "unseen" });
told.setAttribute("role", "status");

// The page may be emptied and made anew meanwhile.
const shift = () => document.getElementById("shift");
const state = (root = shift()) => root?.querySelector("#shift-state")?.dataset ?? {};

/** What stands for all that is shown; another one once any of it has changed. */
export const shownState = () => state().state;

/** Fetches the shift and shows it, or asks for the veil where the browser is locked. */
export async function fetchShift() {
  const before = shown;
  const answer = await fetch(`/shift?call=${unfolded}`, { headers: ALONE });
  const html = await partOf(answer);
  // What a tap has been answered meanwhile is newer.
  if (shown !== before) await fetchShift();
  else if (html !== null) showShift(html);
}

/** Shows the shift as the server has rendered it; `from` is the part whose button was pressed, if any. */
export function showShift(html, from = null) {
  const place = shift();
  if (!place) return;
  if (!told.isConnected) place.after(told);
  const fresh = Object.assign(document.createElement("template"), { innerHTML: html }).content;
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  shown += 1;
  const answered = fresh.querySelector("[data-focus]")?.id;
  const sameShift = state(fresh).shift === state().shift;
  settle(place, fresh, (part, child) => sameShift && part !== from && !child?.matches("[data-focus]") && isInUse(part));
  for (const part of place.querySelectorAll("[data-open]")) {
    if (!opened.has(part)) opened.set(part, performance.now());
  }
  if (!document.getElementById(CALL + unfolded)?.querySelector("button")) unfolded = "";
  told.textContent = [...place.querySelectorAll("#shift-notices [role=status] .notice")].map((one) => one.textContent).join(" ");
  if (from) {
    focusOn(document.getElementById(answered) ?? sameAs(from) ?? place.querySelector("h2"));
    place.querySelector("#shift-notices [role=alert]")?.scrollIntoView({ block: "nearest" });
  } else if (held && !held.isConnected) focusOn(sameAs(held) ?? sameAs(held.closest("#shift [id][tabindex]")));
  else if (held && document.activeElement !== held) focusOn(held);
}

function focusOn(element) {
  element?.focus({ preventScroll: false });
}

/** Returns what now stands in the place of an element that may be gone. */
function sameAs(element) {
  if (!element) return null;
  if (element.isConnected) return element;
  if (element.id) return document.getElementById(element.id);
  return twin(element);
}

/** Returns the button beside the form that does the same. */
function twin({ value }) {
  return [...shift().querySelectorAll("button")].find((one) => value && one.value === value) ?? null;
}

/** Tells whether somebody is about to do something in a part: a question is open there, or something is written. */
function isInUse(part) {
  if (part.matches("[data-open]")) return performance.now() - (opened.get(part) ?? 0) < LONGEST_OPEN;
  if (part.querySelector("details[open]")) return true;
  return [...part.querySelectorAll("input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
}

/**
 * Puts the fresh children where the old ones stand, and leaves alone those that are the same or in use.
 *
 * What a tap has led to is told once: it stands until it is answered, or somebody is done with it.
 */
function settle(old, fresh, stays) {
  const before = new Map([...old.children].map((child) => [child.id, child]));
  let next = old.firstElementChild;
  for (const child of [...fresh.children]) {
    const there = before.get(child.id);
    before.delete(child.id);
    const isList = there && child.hasAttribute("data-keyed");
    if (isList) settle(there, child, stays);
    const lasts = isList || (there && (stays(there, child) || there.outerHTML === child.outerHTML));
    const one = lasts ? there : child;
    if (there && !lasts) {
      if (there === next) next = there.nextElementSibling;
      there.replaceWith(child);
    }
    if (one === next) next = next.nextElementSibling;
    else if (one.nextElementSibling !== next || !one.isConnected) old.insertBefore(one, next);
  }
  for (const gone of before.values()) if (!gone.matches(".answer") || !stays(gone)) gone.remove();
}

/** Returns the part that was answered, null where the browser is locked and the veil asked for. */
async function partOf(answer) {
  if (answer.status === 401 || new URL(answer.url).pathname === "/unlock") {
    hideShift();
    document.dispatchEvent(new CustomEvent("vaktlogg:lock"));
    return null;
  }
  // Not let in any more, there is another page in its place.
  if (answer.ok && !answer.headers.has("X-Part")) location.reload();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer.text();
}

function sayFailed() {
  const alert = Object.assign(document.createElement("p"), { className: "notice warning", textContent: state().failed });
  alert.id = "shift-failed";
  alert.setAttribute("role", "alert");
  document.getElementById(alert.id)?.remove();
  shift()?.prepend(alert);
}

/** Leaves the shift empty, as when the browser is locked. */
export function hideShift() {
  shift()?.replaceChildren();
  told.textContent = "";
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!shift() || !form.closest("#shift, #receipt")) return;
  event.preventDefault();
  if (form.ariaBusy === "true") return;
  const body = new URLSearchParams(new FormData(form));
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
  body.set("back", "/shift");
  form.ariaBusy = "true";
  const call = (form.closest("#shift") ? form : twin(event.submitter ?? form))?.closest(".call");
  if (call) unfolded = call.id.slice(CALL.length);
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: ANSWER });
    const html = await partOf(answer);
    if (html !== null) showShift(html, form.closest("#shift [id][tabindex]") ?? form.parentElement);
  } catch {
    sayFailed();
  } finally {
    form.ariaBusy = null;
  }
});

document.addEventListener("click", (event) => {
  const part = event.target.closest("#shift a.away")?.closest("[id]");
  if (!part) return;
  event.preventDefault();
  part.remove();
  focusOn(shift().querySelector("h2"));
});

/** Shows what can be done about a call, or folds it again; what stands in the form beside stays. */
async function unfold(row, source) {
  const before = unfolded;
  unfolded = source;
  try {
    await fetchShift();
    focusOn(document.getElementById(row.id)?.querySelector("button, a, summary"));
  } catch {
    unfolded = before;
    sayFailed();
  }
}

document.addEventListener("click", (event) => {
  const row = event.target.closest("#shift .call");
  if (!row || !event.target.closest(".what a") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  unfold(row, row.id.slice(CALL.length));
});

addEventListener(
  "keydown",
  (event) => {
    const row = document.activeElement?.closest("#shift .call");
    if (event.key !== "Escape" || !unfolded || row?.id !== CALL + unfolded || row.matches("[data-open]")) return;
    event.preventDefault();
    event.stopPropagation();
    unfold(row, "");
  },
  true,
);
