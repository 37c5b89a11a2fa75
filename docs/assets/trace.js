// A run as Chrome's trace format has it, in microseconds: downloaded, or handed to Perfetto.
const PERFETTO = "https://ui.perfetto.dev";
const OFTEN = 200; // milliseconds between two questions whether it is ready
const LONG = 60_000; // milliseconds until nobody asks any more

function trace({data, words, lanes}) {
  const events = [], [main] = lanes;
  for (const {own, owner, pid, tid, parts} of lanes) {
    const about = (name, text) => events.push({ph: "M", pid, tid, name, args: {name: text}});
    if (!owner) about("process_name", own);
    about("thread_name", own);
    for (const [kind, start, end] of parts)
      events.push({ph: "X", pid, tid, cat: "state", name: data.states[kind], ts: start * 100, dur: (end - start) * 100});
  }
  for (const [when, name] of [...data.lines, ...data.events])
    events.push({ph: "i", s: "g", pid: main.pid, tid: main.tid, name, ts: when * 100});
  const running = lanes.flatMap(({parts}) => parts.filter(([kind]) => kind === "R"));
  const changes = running.flatMap(([, start, end]) => [[start, 1], [end, -1]]).sort((a, b) => a[0] - b[0]);
  let busy = 0;
  changes.forEach(([when, by], i) => {
    busy += by;
    if (changes[i + 1]?.[0] === when) return;
    const args = {[words.busy]: Math.min(busy, data.cores)};
    events.push({ph: "C", pid: main.pid, name: words.busy, ts: when * 100, args});
  });
  return JSON.stringify({traceEvents: events, displayTimeUnit: "ms"});
}

const title = ({figure}) => figure.closest(".proof")?.dataset.snippet ?? document.title;

export function download(picture) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([trace(picture)], {type: "application/json"}));
  link.download = `${title(picture).split("/").at(-1).replace(/\.py$/, "")}.trace.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG);
}

// Its page answers when it is ready; until then it is asked.
export function open(picture) {
  const there = window.open(PERFETTO);
  if (!there) return;
  const buffer = new TextEncoder().encode(trace(picture)).buffer;
  const until = Date.now() + LONG;
  const stop = () => {
    clearInterval(asking);
    removeEventListener("message", heard);
  };
  const heard = event => {
    if (event.source !== there || event.origin !== PERFETTO || event.data !== "PONG") return;
    there.postMessage({perfetto: {buffer, title: title(picture)}}, PERFETTO);
    stop();
  };
  const asking = setInterval(() => {
    if (there.closed || Date.now() > until) stop();
    else there.postMessage("PING", PERFETTO);
  }, OFTEN);
  addEventListener("message", heard);
}
