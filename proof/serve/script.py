"""What a served page asks of its server, by itself."""

POLL = "/-/changed"  # no page has such an address
EVERY = 500  # milliseconds between two questions
# A page that can be seen asks until it is no longer what it was drawn from. No question
# waits for its answer: a browser has six connections to one server, for all its tabs.
SCRIPT = """<script>
(() => {
  const ask = "%s?" + new URLSearchParams({page: "%s", version: "%d"});
  setInterval(async () => {
    if (document.visibilityState !== "visible") return;
    const answer = await fetch(ask).catch(() => null);  // the server begins anew
    if (answer && (await answer.text()) === "changed") location.reload();
  }, %d);
})();
</script>"""
AGAIN = '<meta http-equiv="refresh" content="2">'  # what failed may be mended meanwhile
