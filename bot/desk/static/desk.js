// Brings what has just been answered into view for those who do not see the page.

document.querySelector("[data-focus]")?.focus();
