// Start the NHS.UK components. Every page works without this file.
const { initAll } = await import(document.getElementById("nhsuk-frontend").href);
initAll();
