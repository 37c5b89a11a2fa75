// Asks the questions of the list in .choose, one at a time, and shows the rows of the
// page's tables that the answers leave. The questions, the answers and the rules stand
// in the page; the answers given stand in its address, so each of them is a link.
(() => {
  const root = document.querySelector(".choose");
  const words = root.dataset;
  const make = (name, kind, ...inside) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside);
    return made;
  };
  const copied = (nodes) => [...nodes].map((node) => node.cloneNode(true));

  const questions = new Map();
  for (const one of root.querySelectorAll("[data-ask]")) {
    const answers = [...one.closest("li").querySelectorAll("[data-answer]")];
    questions.set(one.dataset.ask, {
      text: [...one.childNodes],
      answers: new Map(answers.map((answer) => [answer.dataset.answer, answer.textContent])),
    });
  }

  // "work:wait many:one,some" as a list of keys and what each may be.
  const rule = (text) =>
    text.split(" ").map((part) => part.split(":")).map(([key, any]) => [key, any.split(",")]);
  const rows = [...document.querySelectorAll("td [data-when]")].map((when) => {
    const [, take, because] = when.closest("tr").cells;
    const gives = take.querySelector("[data-gives]")?.dataset.gives.split(",");
    return { rule: rule(when.dataset.when), when, take, because, gives };
  });
  const ways = rows.filter((row) => row.gives);
  const extras = rows.filter((row) => !row.gives);

  // The answers in an address; none if anything in it is no answer of this page.
  const read = () => {
    const given = new Map();
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
      if (given.has(key) || !questions.get(key)?.answers.has(value)) return new Map();
      given.set(key, value);
    }
    return given;
  };
  const link = (text, given) => {
    const made = make("a", "", text);
    made.href = given.size ? `#${new URLSearchParams([...given])}` : "#chooser";
    return made;
  };

  const fits = (row, facts, unknown) =>
    row.rule.every(([key, any]) =>
      facts.has(key) ? any.some((one) => facts.get(key).includes(one)) : unknown);

  const shown = (row, alone) => {
    const because = copied(row.because.childNodes);
    const name = row.because.closest("table").tHead.rows[0].cells[2].textContent;
    if (alone) return make("li", "", name, " ", ...because);
    const when = make("span", "choose-if", row.when.textContent);
    const take = make("strong", "", ...copied(row.take.childNodes));
    return make("li", "", when, take, make("span", "choose-why", ...because));
  };

  const asking = (asked, before) => {
    const title = make("p", "choose-question");
    title.tabIndex = -1;
    if (!asked) {
      const again = link(words.again, new Map());
      again.className = "choose-again";
      title.append(words.done, " ", again);
      return make("div", "choose-asked", title);
    }
    const { text, answers } = questions.get(asked);
    title.append(...copied(text));
    const list = [...answers].map(([value, answer]) =>
      make("li", "", link(answer, new Map([...before, [asked, value]]))));
    return make("div", "choose-asked", title, make("ul", "choose-answers", ...list));
  };

  const draw = () => {
    const given = read();
    const facts = new Map([...given].map(([key, value]) => [key, [value]]));
    const left = ways.filter((row) => fits(row, facts, true));
    facts.set("take", left.flatMap((row) => row.gives));
    const open = [...left, ...extras.filter((row) => fits(row, facts, true))];
    const asked = [...questions.keys()].find((key) =>
      !given.has(key) && open.some((row) => row.rule.some(([one]) => one === key)));
    if (left.length > 1) facts.delete("take"); // it is not certain yet
    const sure = extras.filter((row) => fits(row, facts, false));

    const said = make("ol", "choose-given");
    if (given.size) said.append(make("li", "", words.said));
    const before = new Map();
    for (const [key, { answers }] of questions) {
      if (!given.has(key)) continue;
      const back = link(answers.get(given.get(key)), before);
      back.title = words.change;
      said.append(make("li", "", back));
      before.set(key, given.get(key));
    }
    const found = [];
    if (given.size) {
      const takes = new Set(left.map((row) => row.take.textContent));
      status.textContent = `${left.length > 1 ? words.left : words.take} ${[...takes].join("; ")}`;
      found.push(make("ul", "", ...left.map((row) => shown(row, left.length === 1))));
    } else status.textContent = "";
    if (given.size && sure.length) {
      found.push(make("p", "", words.also), make("ul", "", ...sure.map((row) => shown(row))));
    }
    const held = root.contains(document.activeElement);
    work.replaceChildren(asking(asked, before), said);
    below.replaceChildren(...found);
    if (held) work.querySelector(".choose-question").focus({ preventScroll: true });
  };

  const work = make("div");
  const status = make("p", "choose-status");
  const below = make("div", "choose-found");
  status.setAttribute("role", "status");
  root.replaceChildren(work, status, below);
  addEventListener("hashchange", draw);
  draw();
})();
