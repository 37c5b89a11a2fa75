"""A picture answers a pointer, a finger and keys; its lines are linked to the code."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from proof import words
from tests.browser.conftest import HEIGHT, PHONE, complaints
from tests.conftest import BUILD_SECONDS

pytestmark = pytest.mark.timeout(BUILD_SECONDS + 100)  # the first builds the site
PAGE = "pictures/reading/"
SNIPPET = "pictures/four_states.py"
PERFETTO = "https://ui.perfetto.dev"
# As Perfetto does it: it says that it is ready, and then takes what is handed to it.
THERE = """<script>addEventListener('message', event => {
    if (event.data === 'PING') event.source.postMessage('PONG', event.origin);
    else window.handed = [event.origin, event.data.perfetto.title,
        new TextDecoder().decode(event.data.perfetto.buffer)];
})</script>"""
MIDDLE = """element => {
    const box = element.getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom];
}"""


class Shown:
    """A picture in a tab, as a reader has it."""

    def __init__(self, tab: Page, snippet: str = SNIPPET) -> None:
        self.tab = tab
        self.card = tab.locator(f".proof[data-snippet='{snippet}']").first
        self.figure = self.card.locator("figure.proof-picture").first
        self.scene = self.figure.locator(".proof-scene")
        self.scene.scroll_into_view_if_needed()
        self.figure.locator(".proof-tools button").first.wait_for()
        self.data = json.loads(self.figure.locator("script").inner_text())

    def button(self, name: str) -> Locator:
        return self.figure.get_by_role("button", name=words.SCRIPT[name], exact=True)

    def point(self, share: float, y: float = 30) -> None:
        """Move the pointer to a share of the run's width."""
        left, right, top, _ = self.scene.evaluate(MIDDLE)
        self.tab.mouse.move(left + 6 + share * (right - left - 12), top + y)

    @property
    def now(self) -> list[str]:
        """What is said of the moment or of the range, line by line."""
        lines = self.figure.locator(".proof-now:not([hidden]) > span")
        return lines.all_inner_texts()

    @property
    def at(self) -> float:
        """The moment, in seconds."""
        return float(self.scene.get_attribute("aria-valuenow"))

    @property
    def moments(self) -> list[float]:
        times = {when for when, _ in self.data["events"] + self.data["lines"]}
        return [when / 10_000 for when in sorted(times | {0, self.data["end"]})]

    def cursor(self) -> float:
        """Where the cursor stands, as a share of the width."""
        left, right, *_ = self.scene.evaluate(MIDDLE)
        return (self.figure.locator(".proof-cursor").evaluate(MIDDLE)[0] - left - 6) / (
            right - left - 12
        )

    def lit(self) -> dict[str, list[str]]:
        """The texts that are lit: of the code, of the output; and how many ticks."""
        kinds = {
            "code": ".proof-source > [data-n]",
            "output": ".proof-line",
            "ticks": ".proof-said",
        }
        return {
            kind: self.card.locator(f"{selector}.proof-lit").all_text_contents()
            for kind, selector in kinds.items()
        }


@pytest.fixture
def shown(visit: Callable[..., Page]) -> Iterator[Shown]:
    tab = visit(PAGE)
    with complaints(tab) as found:
        yield Shown(tab)
    assert not found


def test_the_pointer_moves_a_cursor_that_says_who_did_what(shown: Shown):
    caption = shown.figure.locator("figcaption > p")
    before = caption.inner_text()
    seen = set()
    for share in (0.2, 0.4, 0.6, 0.8):
        shown.point(share)
        assert shown.cursor() == pytest.approx(share, abs=0.02)
        moment, states, *_ = shown.now
        assert float(moment.split()[0]) == pytest.approx(shown.at, abs=0.001)
        assert shown.at == pytest.approx(share * shown.data["span"] / 1e4, rel=0.05)
        seen.add(states)
    assert len(seen) > 1
    assert "process 1" in " ".join(seen)
    shown.tab.mouse.move(1, 1)  # it leaves the picture as it was
    assert caption.inner_text() == before


def test_what_is_said_of_a_moment_is_what_was_seen_then(shown: Shown):
    for name, owner, _, _, start, states in shown.data["lanes"]:
        assert not owner
        for letter, length in re.findall(r"(\w)(\d+)", states):
            end = start + int(length)
            if int(length) > 300:
                shown.point((start + end) / 2 / shown.data["span"])
                state = shown.data["states"][letter]
                assert re.search(rf"{state}: [^·]*{name}", shown.now[1])
            start = end


def test_the_output_so_far_is_told(shown: Shown):
    [*lines] = shown.data["lines"]
    for number, (when, text) in enumerate(lines, 1):
        shown.point(when / shown.data["span"])
        assert shown.at == when / 1e4  # the pointer is drawn to what is near
        said = {"number": number, "of": len(lines), "text": text}
        assert shown.now[2] == words.SCRIPT["line"].format(**said)


def test_keys_move_the_cursor_finely_and_from_event_to_event(shown: Shown):
    shown.scene.focus()
    press = shown.tab.keyboard.press
    press("Home")
    assert shown.at == 0
    press("ArrowRight")
    press("ArrowRight")
    assert shown.at == pytest.approx(2 * shown.data["span"] / 1e6, abs=0.001)
    press("ArrowLeft")
    assert shown.at == pytest.approx(shown.data["span"] / 1e6, abs=0.001)
    press("End")
    assert shown.at == shown.data["end"] / 1e4
    press("Home")
    address = shown.tab.url
    for forward, back in (("PageUp", "PageDown"), (".", ",")):
        press("Home")
        for moment in shown.moments[1:]:
            press(forward)
            assert shown.at == moment
        for moment in shown.moments[-2::-1]:
            press(back)
            assert shown.at == moment
    assert shown.tab.url == address  # the theme would turn the page at a full stop
    assert ". ".join(shown.now) == shown.scene.get_attribute("aria-valuetext")
    press("Escape")
    assert not shown.now


def test_a_picture_that_is_only_passed_by_keeps_its_caption(shown: Shown):
    shown.tab.mouse.move(1, 1)
    shown.scene.focus()
    shown.tab.keyboard.press("Tab")
    shown.tab.keyboard.press("Shift+Tab")
    assert shown.now[0].startswith("0.000 s")
    shown.tab.keyboard.press("Tab")
    assert not shown.now
    shown.tab.keyboard.press("Shift+Tab")
    shown.tab.keyboard.press("PageUp")
    shown.tab.keyboard.press("Tab")
    assert shown.now


def test_buttons_step_and_say_what_happened(shown: Shown):
    texts = {when / 1e4: text for when, text in shown.data["events"]}
    told = set()
    for moment in shown.moments:
        shown.button("forward").click()
        assert shown.at == moment
        told |= {text for text in texts.values() if text in shown.now[0]}
    assert told >= {*texts.values()} and len(told) > 3
    shown.button("back").click()
    assert shown.at == shown.moments[-2]
    live = shown.figure.locator(".proof-now").get_attribute("aria-live")
    assert live == "polite"


def test_a_range_tells_the_sums(shown: Shown):
    shown.point(0.3)
    shown.tab.mouse.down()
    shown.point(0.5)
    shown.point(0.7)
    shown.tab.mouse.up()
    sums = shown.now
    begin, end, length = map(float, re.findall(r"[\d.]+", sums[0]))
    assert length == pytest.approx(end - begin, abs=0.0011)
    expected: dict[str, float] = {}
    for *_, start, states in shown.data["lanes"]:
        for letter, count in re.findall(r"(\w)(\d+)", states):
            inside = min(start + int(count), end * 1e4) - max(start, begin * 1e4)
            expected[letter] = expected.get(letter, 0) + max(0, inside) / 1e4
            start += int(count)
    for letter, seconds in expected.items():
        state = shown.data["states"][letter]
        if seconds > 0.002:
            found = re.search(rf"\b{state} ([\d.]+) s", sums[1])
            assert float(found[1]) == pytest.approx(seconds, abs=0.003)
    assert re.match(r"\d+ changes of state seen", sums[2])
    shown.tab.keyboard.press("Escape")
    assert not shown.now and shown.figure.locator(".proof-range").is_hidden()


def test_a_range_is_made_with_keys_and_with_a_button_too(shown: Shown):
    shown.scene.focus()
    shown.tab.keyboard.press("Home")
    for _ in range(10):
        shown.tab.keyboard.press("Shift+ArrowRight")
    begin, end, _ = re.findall(r"[\d.]+", shown.now[0])
    assert (float(begin), float(end)) == (0, pytest.approx(shown.at, abs=0.001))
    shown.tab.keyboard.press("Escape")
    shown.button("forward").click()
    shown.button("range").click()
    shown.button("forward").click()
    shown.button("forward").click()
    begin, end, _ = map(float, re.findall(r"[\d.]+", shown.now[0]))
    assert [begin, end] == pytest.approx([shown.moments[0], shown.moments[2]], abs=1e-3)


def _names(shown: Shown) -> dict[str, float]:
    """The names of lanes, and where they stand."""
    return shown.scene.evaluate(
        """scene => Object.fromEntries([...scene.querySelectorAll('text')]
            .filter(one => /·/.test(one.textContent))
            .map(one => [one.textContent, one.getBoundingClientRect().left]))"""
    )


def test_zoom_magnifies_the_bars_and_leads_the_names_along(shown: Shown):
    names, ticks = _names(shown), shown.scene.locator(".proof-said")
    assert names
    shown.point(0.5)
    shown.scene.focus()
    shown.tab.keyboard.press("PageUp")
    middle = shown.cursor()
    times = shown.scene.locator("text.proof-quiet").all_text_contents()
    shown.tab.keyboard.press("+")
    shown.button("in").click()
    for _ in range(50):  # what places them is loaded when it is needed
        if _names(shown) != names:
            break
        shown.tab.wait_for_timeout(100)
    near = shown.scene.evaluate(MIDDLE)
    assert _names(shown) != names
    assert all(near[0] - 1 <= left <= near[1] for left in _names(shown).values())
    assert shown.cursor() == pytest.approx(middle, abs=0.01)
    assert shown.scene.locator("text.proof-quiet").all_text_contents() != times
    box = shown.scene.locator(".proof-bar").first.get_attribute("viewBox")
    assert float(box.split()[2]) == pytest.approx(250)
    inside = [tick for tick in ticks.all() if tick.is_visible()]
    assert len(inside) < ticks.count()
    left, right, *_ = shown.scene.evaluate(MIDDLE)
    for tick in inside:
        assert left <= tick.evaluate(MIDDLE)[0] <= right
    shown.tab.keyboard.press("End")  # what is looked at comes into view
    shown.scene.focus()
    shown.tab.keyboard.press("End")
    assert 0 <= shown.cursor() <= 1
    shown.button("whole").click()
    assert shown.scene.locator("text.proof-quiet").all_text_contents() == times
    assert _names(shown) == names


def test_a_line_its_print_and_its_tick_light_up_together(shown: Shown):
    lines = shown.card.locator(".proof-line[data-from]")
    assert lines.count() >= 3
    for number, line in enumerate(lines.all()):
        line.hover()
        lit = shown.lit()
        assert lit["output"] == [line.text_content()]
        assert len(lit["ticks"]) == 1
        assert len(lit["code"]) == 1 and "print(" in lit["code"][0]
        ticks = shown.scene.locator(".proof-said").all()
        assert "proof-lit" in ticks[number].get_attribute("class")
    origin = lines.first.get_attribute("data-from")
    folds = shown.card.locator(".proof-code details")
    folds.evaluate_all("all => all.forEach(fold => { fold.open = true; })")
    shown.card.locator(f".proof-source [data-n='{origin}']").hover()
    assert set(shown.lit()["output"]) == {
        line.text_content()
        for line in lines.all()
        if line.get_attribute("data-from") == origin
    }
    shown.tab.mouse.move(1, 1)
    assert not any(shown.lit().values())


def test_the_cursor_lights_the_line_that_was_printed_last(shown: Shown):
    for when, text in shown.data["lines"]:
        shown.point(when / shown.data["span"], y=60)
        assert shown.lit()["output"] == [f"{text}\n"]
        assert len(shown.lit()["code"]) == len(shown.lit()["ticks"]) == 1


def test_a_folded_line_of_code_opens_when_its_output_is_clicked(shown: Shown):
    line = shown.card.locator(".proof-line[data-from]").first
    code = f".proof-source [data-n='{line.get_attribute('data-from')}']"
    shown.card.locator(code).evaluate(
        """code => { const fold = document.createElement('details');
            code.replaceWith(fold); fold.append(code); }"""
    )
    fold = shown.card.locator(f"details:has({code})").last
    line.hover()
    assert fold.get_attribute("open") is None
    line.click()
    assert fold.get_attribute("open") is not None


def test_the_trace_is_one_that_perfetto_reads(shown: Shown):
    with shown.tab.expect_download() as wanted:
        shown.button("download").click()
    assert wanted.value.suggested_filename == "four_states.trace.json"
    _is_of(shown, Path(wanted.value.path()).read_text("utf-8"))


def _is_of(shown: Shown, text: str) -> None:
    trace = json.loads(text)["traceEvents"]
    lanes = {(one["pid"], one["tid"]) for one in trace if one["ph"] == "X"}
    assert lanes == {(lane[2], lane[3]) for lane in shown.data["lanes"]}
    named = {one["args"]["name"] for one in trace if one["name"] == "thread_name"}
    assert named == {lane[0] for lane in shown.data["lanes"]}
    said = [one["name"] for one in trace if one["ph"] == "i"]
    assert said == [text for _, text in shown.data["lines"] + shown.data["events"]]
    for one in trace:
        assert one["ph"] == "M" or 0 <= one["ts"] <= shown.data["end"] * 100
    busy = words.SCRIPT["busy"]
    assert max(one["args"][busy] for one in trace if one["ph"] == "C") >= 1


def test_perfetto_is_handed_the_run_when_it_is_asked_for_and_not_before(
    shown: Shown, origin: str
):
    context: BrowserContext = shown.tab.context
    asked: list[str] = []

    def answer(route: object) -> None:
        asked.append(route.request.url)
        route.fulfill(body=THERE, content_type="text/html")

    context.route(f"{PERFETTO}/**", answer)
    shown.point(0.5)
    assert not asked
    with context.expect_page() as opened:
        shown.button("perfetto").click()
    there = opened.value
    there.wait_for_function("() => window.handed")
    sender, title, text = there.evaluate("() => window.handed")
    assert asked == [f"{PERFETTO}/"]
    assert origin.startswith(sender) and title == SNIPPET
    _is_of(shown, text)


@pytest.fixture
def folded(visit: Callable[..., Page], site: Path) -> Shown:
    """A picture with lanes that are folded, wherever there is one."""
    for file in sorted(site.rglob("index.html")):
        if "data-fold=" in (text := file.read_text("utf-8")):
            before = text[: text.index("data-fold=")]
            snippet = re.findall(r'data-snippet="([^"]*)"', before)[-1]
            page = file.parent.relative_to(site).as_posix()
            return Shown(visit(f"{page}/"), snippet)
    pytest.fail("no picture of the site has lanes that are folded")


def test_what_is_alike_unfolds_and_folds_again(folded: Shown):
    figure = folded.card.locator("figure:has([data-fold])").first
    scene = figure.locator(".proof-scene")
    bars, height = scene.locator(".proof-bar"), scene.bounding_box()["height"]
    data = json.loads(figure.locator("script").inner_text())
    shown = bars.count()
    more = sum(map(len, data["folds"]))
    label = figure.locator("[data-fold]").last
    label.scroll_into_view_if_needed()
    text, top = label.text_content(), label.bounding_box()["y"]
    label.click()
    assert bars.count() == shown + len(data["folds"][-1])
    assert label.text_content() == f"⋮ {words.SCRIPT['again']}"
    assert label.bounding_box()["y"] == pytest.approx(top, abs=1)
    label.click()
    assert bars.count() == shown and label.text_content() == text
    tool = figure.get_by_role("button", name=words.SCRIPT["unfold"])
    tool.scroll_into_view_if_needed()
    top = tool.bounding_box()["y"]
    tool.click()
    assert bars.count() == shown + more == len(data["lanes"])
    assert scene.bounding_box()["height"] > height + 20 * more
    assert tool.bounding_box()["y"] == pytest.approx(top, abs=1)
    tool.click()
    assert tool.bounding_box()["y"] == pytest.approx(top, abs=1)
    assert bars.count() == shown
    assert scene.bounding_box()["height"] == height


@pytest.fixture
def phone(browser: Browser, origin: str) -> Iterator[Shown]:
    """A picture on a screen that is touched."""
    size = {"width": PHONE, "height": HEIGHT}
    with browser.new_context(viewport=size, has_touch=True) as context:
        tab = context.new_page()
        tab.goto(origin + PAGE)
        yield Shown(tab)


def _touch(shown: Shown, *shares: float, down: float = 0.0) -> None:
    """Put a finger on a picture, lead it over some shares of its width, and lift it.

    Args:
        shown: The picture.
        shares: Where the finger is, from the left.
        down: Pixels by which it moves down each time, as to scroll the page.
    """
    device = shown.tab.context.new_cdp_session(shown.tab)
    left, right, top, _ = shown.scene.evaluate(MIDDLE)
    for step, share in enumerate(shares):
        x, y = left + 6 + share * (right - left - 12), top + 30 + step * down
        kind = "touchMove" if step else "touchStart"
        points = [{"x": x, "y": y}]
        device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    device.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_moves_the_cursor_and_a_tap_keeps_it(phone: Shown):
    shown = phone
    _touch(shown, 0.3, 0.4, 0.5, 0.6)
    assert shown.cursor() == pytest.approx(0.6, abs=0.05)
    _touch(shown, 0.3)
    assert shown.cursor() == pytest.approx(0.3, abs=0.05)
    assert shown.now and shown.figure.locator(".proof-range").is_hidden()
    shown.button("range").tap()
    _touch(shown, 0.7)
    assert shown.figure.locator(".proof-range").is_visible()


def test_a_finger_that_scrolls_the_page_moves_no_cursor(phone: Shown):
    before = phone.tab.evaluate("() => scrollY")
    _touch(phone, 0.5, 0.5, 0.5, 0.5, 0.5, down=-20)
    phone.tab.wait_for_function("before => scrollY > before", arg=before)
    assert not phone.now


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_tools_are_large_enough_and_move_nothing_when_they_come(
    visit: Callable[..., Page], width: int
):
    shown = Shown(visit(PAGE, width=width))
    for tool in shown.figure.locator(".proof-tools button, summary").all():
        box = tool.bounding_box()
        assert box["width"] >= 24 and box["height"] >= 24
    shown.tab.wait_for_load_state("networkidle")
    tall = "figure => figure.getBoundingClientRect().height"
    before = shown.figure.evaluate(tall)
    shown.figure.evaluate("f => f.querySelector('.proof-tools').replaceChildren()")
    assert shown.figure.evaluate(tall) == before
    overflow = "() => document.documentElement.scrollWidth - innerWidth"
    assert shown.tab.evaluate(overflow) <= 0


def test_a_table_says_the_same_as_the_picture(shown: Shown):
    tables = shown.figure.get_by_role("table")
    assert not tables.count()
    shown.figure.get_by_text(words.AS_A_TABLE, exact=True).click()
    head = tables.first.locator("thead th").all_inner_texts()
    rows = tables.first.locator("tbody tr")
    assert rows.count() == len(shown.data["lanes"])
    for (name, _, pid, _, _, states), row in zip(
        shown.data["lanes"], rows.all(), strict=True
    ):
        about, *sums = row.locator("th, td").all_inner_texts()
        assert about == f"{name} · {pid}"
        for state, seconds in zip(head[1:-1], sums, strict=False):
            [letter] = [k for k, v in shown.data["states"].items() if v == state]
            told = sum(map(int, re.findall(rf"{letter}(\d+)", states))) / 1e4
            assert float(seconds or 0) == pytest.approx(told, abs=0.002)
    times = tables.nth(1).locator("tbody th").all_inner_texts()
    assert len(times) == len(shown.data["events"])


def test_without_a_script_the_table_and_the_legend_say_what_was_seen(
    browser: Browser, origin: str
):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(origin + PAGE)
    card = tab.locator(f".proof[data-snippet='{SNIPPET}']")
    card.locator(".proof-table summary").first.click()
    table = card.locator(".proof-table table").first
    assert table.is_visible()
    assert "zombie" in table.locator("thead").inner_text()
    assert "zombie" in card.locator(".proof-legend").first.inner_text()
    assert not card.locator(".proof-tools button").count()
    context.close()
