// Name each rich text box after its label: the editor that Wagtail starts leaves its text box without a name.
function nameTextBoxes() {
  for (const box of document.querySelectorAll(".public-DraftEditor-content:not([aria-labelledby])")) {
    const label = box.closest(".w-panel__wrapper")?.querySelector(".w-field__label[id]");
    if (label) box.setAttribute("aria-labelledby", label.id);
  }
}

new MutationObserver(nameTextBoxes).observe(document.documentElement, { childList: true, subtree: true });
