// Finds sections, in a worker that takes the place of the theme's: what it is sent and
// what it answers is Material's. It needs no language's rules but the endings of English
// words, and finds Chinese by pairs of signs.
(() => {
  const [READY, QUERY, RESULT] = [1, 2, 3]
  const MOST = 20 // pages of an answer
  const [TITLE, TEXT] = [4, 1] // what a word counts for; another name is a title too
  const [BEGUN, MISSPELT] = [0.7, 0.6] // how surely a word that was not typed is meant
  const HAN = /\p{Script=Han}/u
  const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu
  const BLOCK = /<p>(.*?)<\/p>/gs
  const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' }
  // They stand in most questions and tell nothing.
  const LITTLE = new Set(("a an and are as at be been before but by can could do does "
    + "error for from get has have how i if in into is it its like may my no not of on "
    + "or our problem python s should so some such t than that the their them then there "
    + "these they this those to us was we were what when where which while who why will "
    + "with would you your").split(" "))

  let sections // of the index, in its order
  let known // the weights of each term, by the number of a section

  // A word without its ending, so that threads, threading and threaded are one.
  const stem = word => {
    const one = word.replace(/(?<=ss|ch|sh|x)es$|(?<=\w\w[^s])s$/, "")
    return one.length > 4 ? one.replace(/(?:ing|ed|e)$/, "") : one
  }
  const pairs = signs => signs.length < 2 ? [signs]
    : Array.from({ length: signs.length - 1 }, (_, at) => signs.slice(at, at + 2))
  const terms = word => {
    if (HAN.test(word)) return pairs(word)
    const parts = word.includes("_") ? word.split("_").filter(Boolean) : []
    return [word, ...parts].map(stem)
  }
  const read = text => (text.toLowerCase().match(WORD) || []).flatMap(terms)
  const plain = html => html.replace(/<[^>]*>/g, "")
    .replace(/&\w+;/g, entity => ENTITIES[entity] || " ")
  const escaped = sign => sign === "<" ? "&lt;" : "&amp;"
  const blocks = html => [...html.matchAll(BLOCK)].map(found => found[1])
  const telling = list => {
    const some = list.filter(term => !LITTLE.has(term))
    return some.length ? some : list
  }
  const following = (list) => list.slice(1).map((term, at) => `${list[at]} ${term}`)
  const sum = numbers => numbers.reduce((one, other) => one + other, 0)
  const rarity = term => Math.log(1 + sections.length / (known.get(term)?.size || 0.5))

  function setUp({ docs }) {
    const pages = new Map(docs.map(one => [one.location, one]))
    known = new Map()
    sections = docs.map((doc, number) => {
      const page = pages.get(doc.location.split("#")[0]) || doc
      const names = [plain(doc.title), ...doc.words || []].map(read)
      const texts = blocks(doc.text).map(plain).map(read)
      const count = (list, weight) => {
        for (const term of list) {
          if (!known.has(term)) known.set(term, new Map())
          const weights = known.get(term)
          const before = weights.get(number)
          weights.set(number, before ? before + 0.2 : weight)
        }
      }
      for (const list of names) count(list, TITLE)
      if (page !== doc) count(read(plain(page.title)), TEXT)
      for (const list of texts) count(list, TEXT)
      return { doc, page, names, pairs: new Set([...names, ...texts].flatMap(following)) }
    })
  }

  // How many letters differ, are too many, or have changed places; `most` at most.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1
    let last = [], row = Array.from({ length: other.length + 1 }, (_, at) => at)
    for (let i = 1; i <= one.length; i++) {
      const before = last
      last = row
      row = [i]
      for (let j = 1; j <= other.length; j++) {
        const changed = last[j - 1] + (one[i - 1] !== other[j - 1])
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, changed)
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1)
      }
      if (Math.min(...row) > most) return most + 1
    }
    return row[other.length]
  }

  // The terms that a word of the query may mean, each with how surely it does.
  function meant(word, term, unfinished) {
    if (unfinished && word.length > 1) {
      const begun = [...known.keys()].filter(one => one.startsWith(term))
      if (begun.length) return begun.map(one => [one, one === term ? 1 : BEGUN])
    }
    if (known.has(term)) return [[term, 1]]
    const most = HAN.test(term) || /\d/.test(term) ? 0 : Math.floor(term.length / 4)
    for (let far = 1; far <= Math.min(most, 2); far++) {
      const near = [...known.keys()].filter(one =>
        distance(term, one, far) <= far || distance(word, one, far) <= far)
      if (near.length) return near.map(one => [one, MISSPELT])
    }
    return []
  }

  function understand(query) {
    const words = query.toLowerCase().match(WORD) || []
    const all = new Map(words.flatMap(word => terms(word).map(term => [term, word])))
    for (const term of [...all.keys()]) if (/^\d+$/.test(term)) all.delete(term)
    const typing = /[\p{L}\p{N}_]$/u.test(query) && words.at(-1)
    return telling([...all.keys()]).map(term => {
      const word = all.get(term)
      const means = meant(word, term, word === typing)
      const worth = Math.max(...means.map(([one]) => rarity(one)), means.length ? 0 : rarity(term))
      return { word, means, worth }
    })
  }

  function search(query) {
    const asked = understand(query)
    const found = new Map()
    for (const { word, means, worth } of asked) {
      const best = new Map()
      for (const [term, sure] of means)
        for (const [number, weight] of known.get(term))
          best.set(number, Math.max(best.get(number) || 0, weight * sure * rarity(term)))
      for (const [number, score] of best) {
        const hit = found.get(number) || { score: 0, worth: 0, words: new Set() }
        hit.score += score
        hit.worth += worth
        hit.words.add(word)
        found.set(number, hit)
      }
    }
    const values = new Map(asked.flatMap(({ means }) =>
      means.map(([term, sure]) => [term, sure * rarity(term)])))
    const near = following(read(query))
    const whole = sum(asked.map(({ worth }) => worth))
    for (const [number, hit] of found) {
      const section = sections[number]
      for (const pair of near)
        if (section.pairs.has(pair)) hit.score += Math.min(...pair.split(" ").map(rarity)) / 2
      // A title or another name that is in the query as a whole says most.
      hit.score += Math.max(...section.names.map(telling).map(name => {
        const shared = sum(name.map(term => values.get(term) || 0))
        return shared && 4 * shared * (shared / sum(name.map(rarity))) ** 2
      }))
      hit.score *= (hit.worth / whole) ** 1.5
    }
    return { asked, found }
  }

  // A section as the theme shows it: the one or two sentences that say most of the query.
  function show({ doc }, hit, asked) {
    const wanted = new Set(asked.flatMap(({ means }) => means.map(([term]) => term)))
    const marked = html => html.split(/(<[^>]*>|&\w+;)/).map((part, at) => at % 2 ? part
      : part.replace(WORD, word => terms(word.toLowerCase()).some(term => wanted.has(term))
        ? `<mark>${word}</mark>` : word)).join("")
    const said = html => new Set(read(plain(html)).filter(term => wanted.has(term))).size
    // Another name of the section is shown where that is what was asked for.
    const names = (doc.words || []).filter(name => said(name) > said(doc.title))
    const texts = [...blocks(doc.text), ...names.map(name => name.replace(/[<&]/g, escaped))]
    const text = texts.map((html, order) => ({ html, order, said: said(html) }))
      .sort((one, other) => other.said - one.said || one.order - other.order)
      .filter((one, at) => !at || at < 2 && one.said)
      .sort((one, other) => one.order - other.order)
      .map(({ html }) => `<p>${marked(html)}</p>`).join("")
    return {
      location: doc.location, title: marked(doc.title), text, score: hit.score,
      terms: Object.fromEntries(asked.map(({ word }) => [word, hit.words.has(word)])),
    }
  }

  function answer(query) {
    const { asked, found } = search(query)
    const pages = new Map()
    for (const [number, hit] of [...found].sort(([, one], [, other]) => other.score - one.score)) {
      const { page } = sections[number]
      if (!pages.has(page)) pages.set(page, [])
      pages.get(page).push(show(sections[number], hit, asked))
      if (pages.size > MOST) break
    }
    const items = [...pages].slice(0, MOST)
    for (const [page, shown] of items)
      if (!shown.some(one => one.location === page.location))
        shown.push({ ...page, score: 0, terms: {} })
    return { items: items.map(([, shown]) => shown) }
  }

  const reply = ({ type, data }) => {
    if (type === QUERY) return { type: RESULT, data: answer(data) }
    setUp(data)
    return { type: READY }
  }

  // What follows each section's first sentence is loaded when questions can be answered;
  // the last one is answered again where that makes a difference.
  async function complete({ config, docs }) {
    const file = await fetch(new URL(`../search/${config.rest}`, location))
    if (!file.ok) return
    const rest = await file.json()
    const before = last && JSON.stringify(reply(last))
    setUp({ docs: docs.map(doc => ({ ...doc, text: doc.text + (rest[doc.location] || "") })) })
    const after = last && reply(last)
    if (after && JSON.stringify(after) !== before) postMessage(after)
  }

  let last // question
  if (self.document) self.searchReply = reply // a page from the disk has no worker
  else addEventListener("message", ({ data }) => {
    if (data.type === QUERY) last = data
    postMessage(reply(data))
    // Without the rest, the titles and first sentences go on answering.
    if (data.data.config?.rest) complete(data.data).catch(() => {})
  })
})()
