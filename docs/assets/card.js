// Copies a program, and opens what an address or a search within the page leads to.
// Everything else of a card works without a script.
(() => {
  const text = (card) =>
    [...card.querySelectorAll(".proof-source")].map((block) => block.textContent).join("");

  const show = () => {
    for (const button of document.querySelectorAll(".proof-copy[hidden]")) button.hidden = false;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".proof-copy");
    if (!button) return;
    await navigator.clipboard.writeText(text(button.closest(".proof")));
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });

  // Paper has no folds; a page that was printed is as it was before.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".proof-code details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });

  show();
})();
