// Elements and words.

const words = JSON.parse(document.getElementById("words").textContent);

export const place = (id) => document.getElementById(id);

export const say = (key, facts = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => facts[name]);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function key(label, act) {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", act);
  return button;
}

export function rows(buttons, one) {
  return buttons.map((row) => make("div", { class: "row" }, ...row.map(one)));
}
