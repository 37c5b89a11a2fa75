// What the theme's own script leaves to wish for; it is loaded before that one.
(() => {
  // The index of the search is larger than any page: it is fetched once it is wanted.
  const field = "[data-md-component=search-query], .md-search, [for=__search]"
  const wanted = new Promise(resolve => {
    if (new URLSearchParams(location.search).has("q")) resolve()
    for (const event of ["focusin", "pointerover", "pointerdown"])
      addEventListener(event, ({ target }) => {
        if (target.closest && target.closest(field)) resolve()
      })
  })
  const { open, send } = XMLHttpRequest.prototype
  const late = new WeakSet()
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (String(url).endsWith("/search_index.json")) late.add(this)
    return open.call(this, method, url, ...rest)
  }
  XMLHttpRequest.prototype.send = function (body) {
    if (late.has(this)) wanted.then(() => send.call(this, body))
    else send.call(this, body)
  }

  // The theme waits for a key: what is pasted by a mouse is searched for at once, too.
  addEventListener("input", ({ target }) => {
    if (target.matches("[data-md-component=search-query]"))
      target.dispatchEvent(new Event("keyup"))
  })

  // So is its worker; a page from the disk may start none, and searches in itself.
  const Theirs = window.Worker
  window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const say = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.asked = wanted.then(() => {
        if (location.protocol !== "file:") {
          const worker = new Theirs(url)
          worker.onmessage = ({ data }) => say(data)
          return message => worker.postMessage(message)
        }
        const script = Object.assign(document.createElement("script"), { src: url })
        document.head.append(script)
        return new Promise(done => {
          script.onload = () => done(message => say(searchReply(message)))
        })
      })
    }
    async postMessage(message) { (await this.asked)(message) }
  }

  // Where nothing is found, links lead on: between the theme's words and its list, where
  // the arrow keys come by.
  const nothing = document.querySelector("#search-nothing")
  const list = document.querySelector(".md-search-result__list")
  const offer = () => {
    const there = document.querySelector(".search-nothing")
    const typed = document.querySelector("[data-md-component=search-query]").value.trim()
    if (!typed || list.children.length) there?.remove()
    else if (!there) list.before(nothing.content.cloneNode(true))
  }
  if (nothing && list)
    new MutationObserver(offer).observe(list.parentElement, { childList: true, subtree: true })

  // A finger cannot point: the first touch of a term says what it means, the next follows.
  let told = null
  addEventListener("click", event => {
    const link = event.target.closest(".md-content a[href*='glossary/#'], .md-content a[href*='glossary.html#']")
    if (!link || link === told || matchMedia("(hover: hover)").matches) return
    event.preventDefault()
    told = link
    link.focus()
  }, true)
  addEventListener("focusout", () => { told = null })
  addEventListener("keydown", event => {
    if (event.key === "Escape")
      for (const tip of document.querySelectorAll(".md-tooltip2--active"))
        tip.classList.remove("md-tooltip2--active")
  })

  // The theme takes whatever is alternate for another language, and asks for its sitemap.
  for (const link of document.querySelectorAll("link[type='text/markdown']"))
    link.relList.add("nofollow")

  // A button beside a program is no navigation of the page.
  const renamed = () => {
    for (const buttons of document.querySelectorAll(".md-code__nav:not([role])"))
      buttons.setAttribute("role", "none")
  }
  new MutationObserver(renamed).observe(document.body, { childList: true, subtree: true })
})()
