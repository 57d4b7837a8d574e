// Start the NHS.UK components. Every page works without this file.
const { initAll } = await import(document.getElementById("nhsuk-frontend").href);
initAll();

// Tell the portal which lines were on the screen, so that no mail repeats them.
const seen = document.querySelector("form[data-seen]");
if (seen) {
  navigator.sendBeacon(seen.action, new FormData(seen));
}

// What came back with the page to be read first. A browser passes it over where the address names a place on the page.
document.querySelector("main [autofocus]")?.focus();

// The menu under one's name closes by Escape. Where it lies over the page, it also gives way once the focus has left
// it: what the keys come to next must be seen.
for (const menu of document.querySelectorAll(".portal-menu")) {
  const list = menu.querySelector(".portal-menu__list");
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  menu.addEventListener("focusout", (event) => {
    const hasLeft = event.relatedTarget && !menu.contains(event.relatedTarget);
    if (hasLeft && getComputedStyle(list).position === "absolute") menu.open = false;
  });
}

// A table is a stop for the keys only while it is wider than its place, so that they can scroll it.
const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
    else target.removeAttribute("tabindex");
  }
});
document.querySelectorAll(".portal-scroll").forEach((table) => widths.observe(table));
