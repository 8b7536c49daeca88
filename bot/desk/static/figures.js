// Shows the tables at a key or a click, and opens what is folded before the page is printed.

const tables = document.getElementById("tables");

function toggle() {
  tables.open = !tables.open;
  if (tables.open) {
    tables.querySelector("summary").focus();
    tables.scrollIntoView({ block: "start" });
  }
}

const keysAreOn = document.querySelector(".figures").dataset.keys !== "off";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (keysAreOn && event.key === "t" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    toggle();
  }
});

document.getElementById("to-tables").addEventListener("click", (event) => {
  event.preventDefault();
  tables.open = false;
  toggle();
});

addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details.tables, details.about, details.in-words")) {
    folded.open = true;
  }
  for (const later of document.querySelectorAll("img[loading]")) {
    later.loading = "eager";
  }
});
