// In a magnified picture, names of lanes and the Z of a zombie stand by what is in view of them.
const inside = at => Math.min(Math.max(at, 0), 1);

export const names = (picture, svg) => {
  const {data, lanes} = picture;
  const folded = new Set(data.folds.flat());
  const opened = [...picture.open].flatMap(fold => data.folds[fold].map(index => lanes[index]));
  const shown = [...lanes.filter((_, index) => !folded.has(index)), ...opened];
  svg.querySelectorAll(".proof-bar").forEach((bar, row) => {
    const {start, parts} = shown[row];
    const label = bar.previousElementSibling, mark = bar.nextElementSibling;
    const view = at => inside(picture.share(at));
    const from = view(start), to = view(parts.at(-1)?.[2] ?? start);
    label.setAttribute("x", `${100 * from}%`);
    label.setAttribute("text-anchor", from > 0.6 ? "end" : "start");
    label.classList.toggle("proof-away", from === to);
    const zombies = parts.filter(([kind]) => kind === "Z");
    if (zombies.length !== 1 || !mark?.matches(".proof-z")) return;
    const [[, begin, end]] = zombies;
    mark.setAttribute("x", `${50 * (view(begin) + view(end))}%`);
    mark.classList.toggle("proof-outside", view(begin) === view(end));
  });
};
