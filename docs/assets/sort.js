// Sorts a long table by a column: where a th has data-sorts its name becomes a button. A
// cell is sorted by its data-sort, a number, or else by its text. Without it all stays.
(() => {
  const texts = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = ({ dataset, textContent }) =>
    dataset.sort ? Number(dataset.sort) : (dataset.sort ?? textContent.trim());
  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return (typeof a === "string") - (typeof b === "string") || texts.compare(a, b);
  };

  const sort = (body, column, way) => {
    const rows = [...body.rows].filter((row) => !row.matches(".proof-group"));
    const keyed = rows.map((row) => ({ row, by: key(row.cells[column]) }));
    // What says nothing comes last, whichever way.
    keyed.sort((a, b) => (a.by === "") - (b.by === "") || way * compare(a.by, b.by));
    body.append(...keyed.map(({ row }) => row));
  };

  for (const head of document.querySelectorAll(".proof-rows th[data-sorts]")) {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.ariaSort !== "ascending";
      for (const other of head.parentElement.cells) other.ariaSort = null;
      head.ariaSort = up ? "ascending" : "descending";
      for (const body of head.closest("table").tBodies) sort(body, head.cellIndex, up ? 1 : -1);
    });
  }
})();
