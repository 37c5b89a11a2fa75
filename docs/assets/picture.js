// The pictures answer. What one shows is in it as JSON, too, with all words: proof/show/data.py.
// Times are in tenths of a millisecond.
(() => {
  "use strict";
  const HERE = document.currentScript.src;
  const more = file => import(new URL(file, HERE));
  const UNITS = 10000;
  const SHAPES = { // as proof/show/bars.py draws them
    R: ["running", [0, 10]], r: ["ready", [5, 10]], W: ["waiting", [4.5, 5.5]],
    T: ["stopped", [2, 4], [6, 8]], Z: ["zombie", [0, 10]], U: ["unseen", [5, 5]],
  };
  const EDGE = 6; // px on both sides of the run
  const LABEL = 15, BAR = 12; // px, as the engine draws them
  const NEAR = 5; // px within which the pointer means an event

  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, key) => values[key]);
  const rising = (a, b) => a - b;
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const mark = (element, attributes) => {
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };
  const svgElement = (name, attributes) => mark(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
  const part = (parent, name, kind) => mark(parent.appendChild(document.createElement(name)), {class: kind});

  const linesIn = (card, run) => card ? all(card, `pre[data-run="${run}"] .proof-line`) : [];

  // A line of output, the line of code that wrote it, and its tick.
  const light = lines => {
    for (const lit of all(document, ".proof-lit")) lit.classList.remove("proof-lit");
    const found = [];
    for (const line of lines) {
      const card = line.closest(".proof"), output = line.parentElement;
      const figure = card?.querySelector(`figure[data-run="${output.dataset.run}"]`);
      const place = linesIn(card, output.dataset.run).indexOf(line);
      const code = line.dataset.from && card?.querySelector(`.proof-source [data-n="${line.dataset.from}"]`);
      found.push(line, code, figure && all(figure, ".proof-said")[place]);
    }
    for (const one of found) one?.classList.add("proof-lit");
    return found;
  };
  const linesOf = target => {
    const found = target.closest?.(".proof-line[data-from], .proof-source [data-n]");
    if (!found) return [];
    if (found.dataset.from) return [found];
    return all(found.closest(".proof"), `.proof-line[data-from="${found.dataset.n}"]`);
  };
  let hovered = []; // what a cursor lights stays
  document.addEventListener("pointerover", event => {
    if (event.target.closest?.(".proof-picture")) return;
    const lines = linesOf(event.target);
    if (lines.length || hovered.length) light(lines);
    hovered = lines;
  });
  document.addEventListener("click", event => {
    const lines = linesOf(event.target);
    if (!lines.length || event.target.closest("summary")) return;
    for (const one of light(lines))
      for (let fold = one?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  });

  // A table is read when it is opened.
  document.addEventListener("toggle", ({target}) => {
    const table = target.matches(".proof-table") && target.querySelector("noscript");
    if (table) table.outerHTML = table.textContent;
  }, true);

  class Picture {
    constructor(figure) {
      this.figure = figure;
      this.data = JSON.parse(figure.querySelector("script").textContent);
      this.words = this.data.words;
      const several = new Set(this.data.lanes.map(lane => lane[2])).size > 1;
      this.lanes = this.data.lanes.map(([own, owner, pid, tid, start, states]) => {
        let end = start;
        const parts = [...states.matchAll(/(\w)(\d+)/g)].map(([, kind, length]) => [kind, end, (end += +length)]);
        return {own, owner, pid, tid, start, parts, name: owner && several ? `${owner} ${own}` : own};
      });
      const times = [...this.data.events, ...this.data.lines].map(([when]) => when);
      this.moments = [...new Set([0, ...times, this.data.end])].sort(rising);
      this.view = [0, this.data.span];
      this.at = this.from = null;
      this.open = new Set(); // folds
      this.build();
    }

    build() {
      const {figure, words} = this;
      this.scene = figure.querySelector(".proof-scene");
      this.whole = this.scene.firstElementChild.cloneNode(true);
      this.now = part(figure.querySelector("figcaption > p"), "span", "proof-now");
      this.now.hidden = true;
      this.cursor = part(this.scene, "div", "proof-cursor");
      this.shade = part(this.scene, "div", "proof-range");
      mark(this.scene, {
        role: "slider", tabindex: 0, "aria-label": words.cursor, "aria-valuemin": 0,
        "aria-valuemax": this.data.end / UNITS, "aria-valuenow": 0,
      });
      for (const event of ["pointermove", "pointerdown", "pointerup", "pointerleave", "keydown", "focus", "blur"])
        this.scene.addEventListener(event, this);
      const tools = figure.querySelector(".proof-tools");
      const button = (name, text, action) => {
        const made = part(tools, "button", `proof-to-${name}`);
        mark(made, {type: "button", title: words[name], "aria-label": words[name]}).textContent = text;
        made.addEventListener("click", action);
        return made;
      };
      button("back", "‹", () => this.step(-1, "polite"));
      button("forward", "›", () => this.step(1, "polite"));
      button("out", "−", () => this.zoom(0.5));
      button("in", "+", () => this.zoom(2));
      button("whole", "↔", () => this.zoom(0));
      this.sums = button("range", "Σ", () => this.range());
      this.sums.setAttribute("aria-pressed", false);
      if (this.data.folds.length) {
        this.unfolds = button("unfold", "⋮", () => this.unfold(Object.keys(this.data.folds), ".proof-to-unfold"));
        this.unfolds.setAttribute("aria-expanded", false);
      }
      const name = words.perfetto.split(" ").at(-1); // for a phone
      button("perfetto", `${name} ↗`, () => this.trace("open")).title += `: ${words.about}`;
      button("download", "↓", () => this.trace("download"));
      this.draw();
    }

    // What the reader does.
    handleEvent(event) {
      if (event.type === "keydown") return this.key(event);
      if (event.type === "focus") {
        if (this.at === null && this.scene.matches(":focus-visible")) this.set(0, false);
        return;
      }
      if (event.type === "blur") return this.pinned || this.clear();
      const fold = event.target.closest(".proof-fold");
      const at = this.moment(event), mouse = event.pointerType === "mouse";
      if (event.type === "pointerdown" && event.isPrimary && !event.button) {
        if (fold) return this.unfold([fold.dataset.fold], `[data-fold="${fold.dataset.fold}"]`);
        this.pressed = event.clientX;
        if (!mouse) return; // it may be the page that the finger moves
        this.start = at;
        this.scene.setPointerCapture(event.pointerId);
        if (event.shiftKey && this.at !== null) this.from ??= this.at;
        else if (!this.ranging) this.from = null;
        this.set(at, true);
      } else if (event.type === "pointermove") {
        const drags = this.start != null, far = Math.abs(event.clientX - this.pressed) > NEAR;
        if (drags && far) this.from ??= this.start;
        if (mouse ? drags || this.ranging || !this.pinned : far) this.set(at, !mouse || this.pinned);
      } else if (event.type === "pointerup") {
        this.start = null;
        if (!mouse && !fold) this.set(at, true);
      } else if (event.type === "pointerleave" && !this.pinned) this.clear();
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const fine = (this.view[1] - this.view[0]) / 100;
      const move = to => {
        if (event.shiftKey) this.from ??= this.at ?? 0;
        else if (!this.ranging) this.from = null;
        this.set(to, true);
      };
      const at = this.at ?? 0;
      const actions = {
        ArrowRight: () => move(at + fine), ArrowUp: () => move(at + fine),
        ArrowLeft: () => move(at - fine), ArrowDown: () => move(at - fine),
        Home: () => move(0), End: () => move(this.data.end),
        PageUp: () => this.step(1), ".": () => this.step(1),
        PageDown: () => this.step(-1), ",": () => this.step(-1),
        "+": () => this.zoom(2), "=": () => this.zoom(2), "-": () => this.zoom(0.5), 0: () => this.zoom(0),
        Escape: () => this.clear(),
      };
      if (!actions[event.key]) return;
      actions[event.key]();
      event.preventDefault();
      event.stopPropagation(); // the theme takes some of these keys for its own
    }

    moment(event) {
      const box = this.scene.getBoundingClientRect();
      const scale = (this.view[1] - this.view[0]) / (box.width - 2 * EDGE);
      const at = this.view[0] + (event.clientX - box.left - EDGE) * scale;
      const near = this.moments.filter(one => Math.abs(one - at) < NEAR * scale);
      return near.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? at;
    }

    step(by, live) {
      const at = this.at ?? (by > 0 ? -1 : this.data.end + 1);
      const next = by > 0 ? this.moments.find(one => one > at) : this.moments.findLast(one => one < at);
      if (!this.ranging) this.from = null;
      this.set(next ?? at, true, live);
    }

    range() {
      this.ranging = !this.ranging;
      this.from = this.ranging ? this.at ?? 0 : null;
      this.sums.setAttribute("aria-pressed", this.ranging);
      this.set(this.at ?? 0, true, "polite");
    }

    clear() {
      this.at = this.from = null;
      this.pinned = this.ranging = false;
      this.sums.setAttribute("aria-pressed", false);
      this.now.hidden = true;
      light([]);
      this.place();
    }

    set(at, pinned, live = "off") {
      this.at = clamp(Math.round(at), 0, this.data.end);
      this.pinned = pinned;
      const [first, last] = this.view;
      if (this.at < first || this.at > last) this.pan(this.at - (last - first) / 2);
      const told = this.from === null ? this.told(this.at) : this.summed(...[this.from, this.at].sort(rising));
      this.now.hidden = false;
      this.now.setAttribute("aria-live", live);
      this.now.replaceChildren();
      for (const text of told) if (text) part(this.now, "span", "").textContent = text;
      mark(this.scene, {"aria-valuenow": this.at / UNITS, "aria-valuetext": told.filter(Boolean).join(". ")});
      this.lightLines();
      this.place();
    }

    // What is said.
    time = at => (at / UNITS).toFixed(3);

    told(at) {
      const {data, words} = this;
      const now = data.events.filter(([when]) => when === at).map(one => one[1]);
      const who = {};
      for (const lane of this.lanes) {
        const part = lane.parts.find(([, start, end]) => start <= at && at < end) ?? null;
        if (part) (who[part[0]] ??= []).push(lane.name);
      }
      const states = Object.keys(data.states).filter(kind => who[kind]).map(kind => {
        const some = who[kind], number = some.length;
        const first = some.slice(0, 3).join(", ");
        const names = number > 3 ? fill(words.more, {names: first, number: number - 3}) : first;
        return fill(number > 1 ? words.many : words.one, {state: data.states[kind], number, names});
      });
      const number = data.lines.findLastIndex(([when]) => when <= at) + 1;
      const values = {number, of: data.printed, text: data.lines[number - 1]?.[1]};
      const rest = number === data.lines.length && data.printed > number;
      return [
        [fill(words.at, {at: this.time(at)}), ...now].join(" · "),
        states.join(" · ") || words.nobody,
        number ? fill(rest ? words.unshown : words.line, values) : "",
      ];
    }

    summed(first, last) {
      const {data, words} = this, sums = {};
      let switches = 0;
      for (const lane of this.lanes)
        for (const [kind, start, end] of lane.parts) {
          sums[kind] = (sums[kind] ?? 0) + Math.max(0, Math.min(end, last) - Math.max(start, first));
          switches += start > lane.start && start > first && start <= last;
        }
      const length = this.time(last - first);
      const kinds = Object.keys(data.states).filter(kind => sums[kind] >= 5); // half a millisecond
      return [
        fill(words.span, {from: this.time(first), to: this.time(last), length}),
        kinds.map(kind => fill(words.sum, {state: data.states[kind], seconds: this.time(sums[kind])})).join(" · "),
        [fill(words.switches, {number: switches}), fill(words.looks, {apart: (data.look / 10).toFixed(1)})].join(" · "),
      ];
    }

    lightLines() {
      const {lines} = this.data;
      const last = lines.findLast(([when]) => when <= this.at)?.[0];
      const shown = linesIn(this.figure.closest(".proof"), this.figure.dataset.run);
      light(shown.filter((_, i) => lines[i]?.[0] === last));
    }

    // What is drawn.
    zoom(by) {
      const [first, last] = this.view, {span} = this.data;
      const width = by ? clamp((last - first) / by, span / 64, span) : span;
      const middle = this.at ?? (first + last) / 2;
      this.view = [0, width];
      this.pan(middle - ((middle - first) * width) / (last - first));
    }

    pan(to) {
      const width = this.view[1] - this.view[0];
      const first = clamp(to, 0, this.data.span - width);
      this.view = [first, first + width];
      this.draw();
    }

    share = at => (at - this.view[0]) / (this.view[1] - this.view[0]);

    place() {
      const {from, at} = this;
      this.cursor.hidden = at === null;
      this.shade.hidden = from === null;
      const left = share => `calc(${EDGE}px + (100% - ${2 * EDGE}px) * ${clamp(share, 0, 1)})`;
      const [first, last] = [from ?? at, at].sort(rising).map(this.share);
      this.cursor.style.left = left(this.share(at));
      this.shade.style.left = left(first);
      this.shade.style.right = left(1 - last);
    }

    draw() {
      const {span} = this.data, [first, last] = this.view;
      const svg = this.whole.cloneNode(true);
      svg.setAttribute("aria-hidden", true);
      for (const fold of this.open) this.rows(svg, fold);
      if (last - first < span) {
        for (const band of all(svg, "svg"))
          band.setAttribute("viewBox", `${(1000 * first) / span} 0 ${(1000 * (last - first)) / span} 10`);
        for (const one of all(svg, "line, circle, .proof-z, .proof-end"))
          for (const key of ["x", "x1", "x2", "cx"]) {
            if (!one.hasAttribute(key)) continue;
            const share = this.share((parseFloat(one.getAttribute(key)) / 100) * span);
            one.setAttribute(key, `${(100 * share).toFixed(2)}%`);
            one.classList.toggle("proof-outside", share < 0 || share > 1);
          }
        this.scale(svg);
        more("zoom.js").then(({names}) => names(this, svg));
      }
      this.figure.classList.toggle("proof-zoomed", last - first < span);
      this.scene.firstElementChild.replaceWith(svg);
      if (this.at !== null) this.lightLines();
      this.place();
    }

    scale(svg) {
      const old = all(svg, ".proof-scale");
      const bottom = +old[0].getAttribute("y2"), [first, last] = this.view.map(one => one / UNITS);
      for (const one of old) one.remove();
      const least = (last - first) / 6, power = 10 ** Math.ceil(Math.log10(least));
      const step = [5, 2, 1].map(part => power / part).find(one => one >= least);
      const digits = Math.max(0, -Math.floor(Math.log10(step)));
      for (let at = Math.ceil(first / step) * step; at <= last; at += step) {
        const share = this.share(at * UNITS), x = `${100 * share}%`;
        svg.append(svgElement("line", {x1: x, x2: x, y1: bottom - 4, y2: bottom, class: "proof-tick"}));
        const anchor = share < 0.05 ? "start" : share > 0.95 ? "end" : "middle";
        const text = svgElement("text", {x, y: bottom + 11, "text-anchor": anchor, class: "proof-quiet"});
        text.textContent = fill(this.words.at, {at: at.toFixed(digits)});
        svg.append(text);
      }
    }

    // What was pressed stays where it is.
    unfold(folds, pressed) {
      const top = () => this.figure.querySelector(pressed).getBoundingClientRect().top;
      const before = top(), shut = folds.some(fold => this.open.has(fold));
      for (const fold of folds) this.open[shut ? "delete" : "add"](fold);
      this.unfolds.setAttribute("aria-expanded", this.open.size > 0);
      this.draw();
      scrollBy(0, top() - before);
    }

    // The lanes of a fold, below the words that stand for them.
    rows(svg, fold) {
      const label = svg.querySelector(`[data-fold="${fold}"]`), top = +label.getAttribute("y") + 4;
      const height = this.data.folds[fold].length * (LABEL + BAR);
      label.textContent = `⋮ ${this.words.again}`;
      for (const one of all(svg, ":scope > *, :scope > g > *"))
        for (const key of ["y", "y1", "y2", "cy"])
          if (+one.getAttribute(key) > top) one.setAttribute(key, +one.getAttribute(key) + height);
      svg.setAttribute("height", +svg.getAttribute("height") + height);
      this.data.folds[fold].forEach((index, i) => {
        const lane = this.lanes[index], y = top + i * (LABEL + BAR);
        const text = mark(label.cloneNode(), {y: y + LABEL - 4, class: ""});
        delete text.dataset.fold;
        text.textContent = lane.owner ? lane.own : `${lane.own} · ${lane.pid}`;
        const bar = mark(svg.querySelector(".proof-bar").cloneNode(), {y: y + LABEL});
        for (const [kind, start, end] of lane.parts) {
          const [name, ...rows] = SHAPES[kind];
          const x = (1000 * start) / this.data.span, width = Math.max((1000 * (end - start)) / this.data.span, 0.4);
          const d = rows.map(([from, to]) => `M${x} ${from}h${width}` + (from === to ? "" : `v${to - from}h-${width}z`));
          bar.append(svgElement("path", {class: `proof-${name}`, d: d.join("")}));
        }
        svg.append(text, bar);
      });
    }

    async trace(what) {
      (await more("trace.js"))[what](this);
    }
  }

  const pictures = new WeakMap();
  let active = null;
  const seen = new IntersectionObserver(entries => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      pictures.set(target, new Picture(target));
    }
  }, {rootMargin: "400px"});
  const watch = () => {
    for (const figure of all(document, "figure.proof-picture[data-run]:not([data-live])")) {
      figure.dataset.live = "";
      seen.observe(figure);
    }
  };
  document.addEventListener("pointerdown", event => {
    const figure = event.target.closest?.(".proof-picture");
    if (active && active !== figure) pictures.get(active)?.clear();
    active = figure;
  }, true);
  new MutationObserver(watch).observe(document.body, {childList: true, subtree: true});
  watch();
})();
