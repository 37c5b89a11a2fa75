// A guess at what a program does: right or not, and what it does is shown. It stays here.
(() => {
  for (const card of document.querySelectorAll(".proof-asks")) {
    const choices = card.querySelector(".proof-choices");
    const said = card.querySelector(".proof-told");
    const reveal = card.querySelector(".proof-reveal");
    if (!choices) continue;
    for (const choice of choices.children) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...choice.childNodes);
      button.setAttribute("aria-pressed", "false");
      choice.append(button);
    }
    const right = choices.querySelector("[data-right]");
    choices.addEventListener("click", ({ target }) => {
      const chosen = target.closest("li");
      if (!chosen) return;
      for (const choice of choices.children)
        choice.firstChild.setAttribute("aria-pressed", String(choice === chosen));
      said.textContent = chosen === right
        ? said.dataset.right : `${said.dataset.wrong} ${right.textContent.trim()}`;
      reveal.open = true;
    });
    reveal.addEventListener("toggle", () => choices.classList.add("proof-answered"));
  }
})();
