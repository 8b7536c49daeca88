// Brings what has just been answered into view for those who do not see the page; Esc folds what was unfolded.

document.querySelector("[data-focus]")?.focus();

addEventListener(
  "keydown",
  (event) => {
    const unfolded = document.activeElement?.closest("details[open]");
    if (event.key !== "Escape" || event.isComposing || !unfolded) return;
    unfolded.open = false;
    unfolded.querySelector("summary").focus();
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);
