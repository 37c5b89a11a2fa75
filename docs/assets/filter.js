// Narrows a long table down: of a .proof-list the rows stay that have every word of its
// form's field, and in the cells of data-column what is chosen there. Without it all stay.
(() => {
  const looked = (list) => [...list.querySelectorAll("tbody tr:not(.proof-group)")].map((row) => ({
    row,
    text: row.textContent.toLowerCase(),
    values: [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent.trim()),
  }));

  for (const form of document.querySelectorAll(".proof-filter")) {
    const list = form.closest(".proof-list");
    const field = form.querySelector("[type=search]");
    const choices = [...form.querySelectorAll("select")];
    const told = form.querySelector("output");
    let rows;

    const narrow = () => {
      rows ??= looked(list);
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { row, text, values } of rows) {
        row.hidden =
          !words.every((word) => text.includes(word)) ||
          choices.some(({ value, dataset }) => value && values[dataset.column] !== value);
        shown += !row.hidden;
      }
      for (const group of list.querySelectorAll(".proof-group"))
        group.parentElement.hidden = !group.parentElement.querySelector("tr:not(.proof-group, [hidden])");
      const [first, second] = [shown, rows.length];
      told.textContent = told.dataset.said.replace("{}", first).replace("{}", second);
    };

    form.addEventListener("input", narrow);
    form.addEventListener("submit", (event) => event.preventDefault());
    // What a reader comes back to is filled in as it was left.
    addEventListener("pageshow", () => {
      if (field.value || choices.some(({ value }) => value)) narrow();
    });
  }
})();
