// Start the NHS.UK components. Every page works without this file.
const { initAll } = await import(document.getElementById("nhsuk-frontend").href);
initAll();

// Tell the portal which lines were on the screen, so that no mail repeats them.
const seen = document.querySelector("form[data-seen]");
if (seen) {
  navigator.sendBeacon(seen.action, new FormData(seen));
}
