// When the call was: now, or an hour chosen by quick buttons, or by day and hour.

import { page } from "./register_page.js";

const dayField = () => document.getElementById("day");
const none = () => document.querySelector('#earlier [name="hour"][value=""]');
const hours = () => document.querySelectorAll('#earlier [name="hour"]:not([value=""])');
const hourField = () => [...hours()].find((field) => field.checked);

// Returns the hour on the centre's wall now, from the server's clock and the time since the page came.
export function hourNow() {
  const passed = Date.now() - page.came;
  return new Date(Date.parse(`${page.now}Z`) + passed).toISOString().slice(0, 13);
}

// Returns the hour that was chosen, null for now or where only a day was chosen.
export function chosenHour() {
  const hour = hourField()?.value;
  if (hour === undefined) return null;
  return `${dayField().value || hourNow().slice(0, 10)}T${hour.padStart(2, "0")}`;
}

export const lacksHour = () => Boolean(dayField().value) && !hourField();

// Returns the day by which the form's rules go.
export const dayOfCall = () => dayField().value || hourNow().slice(0, 10);

export function setHour(hour) {
  dayField().value = hour ? hour.slice(0, 10) : "";
  for (const field of hours()) {
    field.checked = Boolean(hour) && Number(field.value) === Number(hour.slice(11));
  }
  if (hour) return;
  none().checked = true;
  document.getElementById("earlier").open = false;
}

export function refreshTime() {
  const [now, day] = [hourNow(), dayField().value || hourNow().slice(0, 10)];
  dayField().max = now.slice(0, 10);
  for (const field of hours()) {
    const hour = `${day}T${field.value.padStart(2, "0")}`;
    field.disabled = hour > now || hour < `${dayField().min}T${now.slice(11)}`;
    if (field.disabled && field.checked) none().checked = true;
  }
  const shown = document.getElementById("chosen-time");
  const chosen = chosenHour();
  shown.hidden = !chosen;
  if (chosen) shown.querySelector("strong").textContent = timeWords(chosen);
}

function timeWords(hour) {
  const start = hour.slice(11);
  const hours = `${start}–${String(Number(start) + 1).padStart(2, "0")}`;
  const day = page.days[hour.slice(0, 10)] ?? hour.slice(0, 10);
  return page.words.when.replace("{day}", day).replace("{hours}", hours);
}

// Handles a click on one of the picker's buttons; tells whether it was one.
export function pickTime(button) {
  const { at, day } = button.dataset;
  if (at) setHour(at);
  else if (day) dayField().value = day;
  else if ("now" in button.dataset) setHour(null);
  else return false;
  if (at) document.getElementById("earlier").open = false;
  return true;
}

// Brings the picker's quick hours and days up to date on a page that has stood open.
export async function renewTimes() {
  if (hourNow() === page.now.slice(0, 13)) return;
  const answer = await fetch("/").catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!fresh.getElementById("rules")) return;
  Object.assign(page, JSON.parse(fresh.getElementById("rules").textContent), { form: page.form, came: Date.now() });
  for (const place of ["[data-quick]", "[data-day]"]) {
    const now = fresh.querySelector(place);
    now.hidden = false;
    document.querySelector(place).replaceWith(now);
  }
  dayField().min = fresh.getElementById("day").min;
}
