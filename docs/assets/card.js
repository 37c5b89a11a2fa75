// Copies a program, or the recipe in it; everything else of a card works without a script.
(() => {
  const text = (part) =>
    [...part.querySelectorAll(".proof-source")]
      .filter((block) => block.closest(".proof-recipe, .proof") === part)
      .map((block) => block.textContent).join("");

  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".proof-copy");
    if (!button) return;
    await navigator.clipboard.writeText(text(button.closest(".proof-recipe, .proof")));
    const label = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  });

  for (const button of document.querySelectorAll(".proof-copy")) button.hidden = false;
})();
