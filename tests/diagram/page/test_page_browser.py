"""Laws of the page in a real browser: Chromium, driven by Playwright."""

import shutil
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from argmap import (
    ArgumentMap,
    Claim,
    Counterpoint,
    Inference,
    Section,
    Source,
    draw,
    evaluate,
)
from argmap.evaluation.asides import as_data
from argmap.evaluation.grounded import label
from argmap.model import ProofStandard
from tests.diagram.debates import debate
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.test_document import everywhere
from tests.diagram.shapes import chain
from tests.diagram.test_svg import HOSTILE
from tests.evaluation.networks import Plan, plans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 360, "height": 780}
HOLE = "<img src=x onerror=fetch('//evil.example')><script>document.title='x'</script>"
ARTICLE = EXAMPLES["russia_in_syria"]

PLANS = plans() | plans(standards=st.sampled_from([*ProofStandard]))

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine"),
]

SOURCE = Source(
    "news",
    "The news",
    url="https://example.org/news",
    text="Rents rose fast. So did wages. " + "Nothing else happened that day. " * 80,
)
RENTS = ArgumentMap.of(
    SOURCE,
    Claim("cap", "Rents should be capped."),
    Claim("rose", "Rents rose.", quotations=[SOURCE.quote("Rents rose fast")]),
    Claim("wages", "So did wages.", quotations=[SOURCE.quote("fast. So did wages")]),
    Inference(["rose"], conclusion="cap"),
    Counterpoint(["wages"], target="cap"),
    title="Rents",
    thesis="cap",
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Start a browser with a profile of its own."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed"
    )
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


class Visit:
    """A page that was opened, what it asked for, and what went wrong."""

    def __init__(self, page: "Page", path: Path) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_default_timeout(60_000)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.goto(path.as_uri())

    @property
    def chosen(self) -> list[str]:
        """The parts whose rows are marked."""
        return self._parts(".row.chosen")

    @property
    def joined(self) -> set[str]:
        """The parts whose rows are marked as joined to the chosen one."""
        return {*self._parts(".row.joined")}

    @property
    def found(self) -> list[str]:
        """The parts whose rows are shown as found."""
        return self._parts(".row:not(.unfound)")

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdicts that differ with a claim set aside, by part."""
        script = "rows => rows.map(row => [row.dataset.parts, row.dataset.now])"
        return dict(self.page.locator(".row[data-now]").evaluate_all(script))

    @property
    def quoted(self) -> list[str]:
        """The words in sources that are marked."""
        found: list[str] = self.page.locator("a.quoted.chosen").all_inner_texts()
        return found

    @property
    def heading(self) -> str | None:
        """The heading of the article that is shown, if any is."""
        articles = self.page.locator("article:visible h2")
        return articles.inner_text() if articles.count() else None

    @property
    def focus(self) -> str:
        """The name of what has the keyboard: an id or a part."""
        active = "document.activeElement"
        row = f"{active}.closest('.row')"
        script = f"{active}.dataset.parts || {row}?.dataset.parts || {active}.id"
        name: str = self.page.evaluate(script)
        return name

    @property
    def scale(self) -> float:
        """How large the map is drawn."""
        script = "s => s.getBoundingClientRect().width / s.viewBox.baseVal.width"
        drawn: float = self.page.locator("svg").evaluate(script)
        return drawn

    @property
    def place(self) -> list[float]:
        """How far the map is scrolled."""
        script = "view => [view.scrollLeft, view.scrollTop]"
        scrolled: list[float] = self.page.locator("#page-map").evaluate(script)
        return scrolled

    def at_rest(self) -> list[float]:
        """Return where the map is scrolled to once it moves no more."""
        before, now = None, self.place
        while now != before:
            self.page.wait_for_timeout(150)
            before, now = now, self.place
        return now

    def wait(self, condition: "Callable[[], bool]") -> None:
        """Wait until something is so; the policy lets nobody ask from inside."""
        for _ in range(10_000):
            if condition():
                return
            self.page.wait_for_timeout(20)
        pytest.fail("it never came to be")

    def _parts(self, selector: str) -> list[str]:
        script = "found => found.map(each => each.dataset.parts)"
        parts: list[str] = self.page.locator(selector).evaluate_all(script)
        return parts


def visit(
    browser: "Browser",
    folder: Path,
    argument_map: ArgumentMap,
    viewport: dict[str, int] = WIDE,
    **options: Any,
) -> Visit:
    """Open a map's page as a file, in a fresh context."""
    path = folder / "map.html"
    path.write_bytes(draw(argument_map, with_source=True).render("html"))
    context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
    return Visit(context.new_page(), path)


def pdf_text(pdf: bytes) -> str:
    """Return what a PDF says, without blanks and ligatures."""
    pages = pytest.importorskip("pypdf").PdfReader(BytesIO(pdf)).pages
    text = "".join(page.extract_text() for page in pages)
    return "".join(normalize("NFKC", text).split())


def show_graph(seen: Visit) -> None:
    """Choose the graph as the main view."""
    seen.page.get_by_label("Graph", exact=True).first.check()


def test_click(browser: "Browser", tmp_path: Path) -> None:
    """A click on a claim shows it, its row and its words; Close hides it all."""
    seen = visit(browser, tmp_path, RENTS)
    assert seen.heading is None

    seen.page.locator(".row a", has_text="Rents rose.").click()

    assert seen.heading == "Rents rose."
    assert seen.chosen == ["rose"]
    assert seen.quoted == ["Rents rose ", "fast"]
    seen.page.get_by_role("link", name="Close").click()
    assert (seen.heading, seen.chosen, seen.quoted) == (None, [], [])
    assert seen.page.url.endswith("#page-list")


@pytest.mark.parametrize("name", ["größe", "租金", "a.b-c_1", "__proto__", "page-map"])
def test_any_id(browser: "Browser", tmp_path: Path, name: str) -> None:
    """A claim is chosen whatever its id is."""
    seen = visit(browser, tmp_path, ArgumentMap([Claim(name, "So.")], thesis=name))

    seen.page.locator(".row a").click()

    assert (seen.heading, seen.chosen) == ("So.", [name])
    seen.page.reload()
    assert (seen.heading, seen.chosen) == ("So.", [name])


def test_links_lead_from_claim_to_claim(browser: "Browser", tmp_path: Path) -> None:
    """What is for or against a claim is a link to it, and back is the way back."""
    seen = visit(browser, tmp_path, RENTS)
    seen.page.locator(".row a", has_text="Rents should be capped.").click()

    seen.page.locator("article:visible").get_by_role(
        "link", name="So did"
    ).first.click()

    assert seen.heading == "So did wages."
    assert seen.chosen == ["wages"]
    seen.page.go_back()
    assert seen.heading == "Rents should be capped."
    seen.page.wait_for_selector(".row.chosen[data-parts='cap']")


def test_quoted_words_find_their_claims(browser: "Browser", tmp_path: Path) -> None:
    """Words that one claim quotes lead to it, words that two quote to both."""
    seen = visit(browser, tmp_path, RENTS)

    seen.page.get_by_role("link", name="Rents rose", exact=True).click()
    assert seen.chosen == ["rose"]
    seen.page.locator("a.quoted", has_text="fast").click()

    assert seen.heading == "2 claims quote these words"
    assert seen.chosen == ["rose", "wages"]


def test_selecting_scrolls_to_the_words(browser: "Browser", tmp_path: Path) -> None:
    """The source moves to the words of a claim; the page itself stays where it is."""
    seen = visit(browser, tmp_path, ARTICLE)
    box = "document.getElementById('page-sources')"
    assert seen.page.evaluate(f"{box}.scrollTop") == 0

    seen.page.evaluate("location.hash = '#part-at-loggerheads'")
    seen.page.wait_for_selector(".row.chosen")
    last = ARTICLE.claims[-1].id
    seen.page.evaluate(f"location.hash = '#part-{last}'")
    seen.page.wait_for_selector(f".row.chosen[data-parts='{last}']")

    assert seen.page.evaluate("scrollY") == 0
    for selector, frame in (
        ("a.quoted.chosen", ".sources"),
        (".row.chosen", ".list"),
    ):
        inner = seen.page.locator(selector).first.bounding_box()
        outer = seen.page.locator(frame).bounding_box()
        assert inner
        assert outer
        assert outer["y"] <= inner["y"] <= outer["y"] + outer["height"]


def test_show_it_there(browser: "Browser", tmp_path: Path) -> None:
    """A quotation leads to where it stands, and its claim stays chosen."""
    seen = visit(browser, tmp_path, RENTS, NARROW)
    seen.page.evaluate("location.hash = '#part-wages'")

    seen.page.get_by_role("link", name="Show it there").click()

    assert seen.heading == "So did wages."
    assert seen.focus == "rose wages"


@pytest.mark.parametrize("view", ["list", "graph"])
def test_keyboard(browser: "Browser", tmp_path: Path, view: str) -> None:
    """Tab reaches claims, Enter and Space open one, Escape leads back to it."""
    seen = visit(browser, tmp_path, RENTS)
    press = seen.page.keyboard.press
    if view == "graph":
        show_graph(seen)
    seen.page.locator("#page-list" if view == "list" else "#page-map").focus()
    press("Tab")
    assert seen.focus == "cap"

    press("Enter")
    assert seen.heading == "Rents should be capped."
    assert seen.focus == "cap"
    assert seen.page.evaluate("document.activeElement.tagName") == "ARTICLE"
    press("Escape")
    assert seen.heading is None
    assert seen.page.evaluate("document.activeElement.tagName").lower() == "a"
    assert seen.focus == "cap"
    press("Tab")
    if view == "list":  # what is below can be folded
        press("Tab")
    press("Space")

    assert seen.heading == "Rents rose."
    assert seen.page.evaluate("scrollY") == 0


def test_keys_lead_from_claim_to_claim(browser: "Browser", tmp_path: Path) -> None:
    """Next, previous, its reason, its objection, what is beside it, what it is for."""
    seen = visit(browser, tmp_path, RENTS)
    told = []
    for key in "nrsupno/":
        seen.page.keyboard.press(key)
        told.append(seen.focus)

    assert told[:7] == ["cap", "rose", "wages", "cap", "cap", "rose", "rose"]
    assert seen.page.evaluate("document.activeElement.name") == "find"
    seen.page.keyboard.type("no")
    assert seen.chosen == ["rose"]


def test_what_is_joined_lights_up(browser: "Browser", tmp_path: Path) -> None:
    """Reasons, objections and what a claim speaks for are marked, in both views."""
    seen = visit(browser, tmp_path, ARTICLE)
    numbers = draw(ARTICLE, evaluate=True).plan.numbers
    for claim in ARTICLE.claims[::9]:
        seen.page.evaluate(f"location.hash = '#part-{claim.id}'")
        seen.page.wait_for_selector(f".row.chosen[data-parts='{claim.id}']")
        joined = {
            each.claim
            for step in ARTICLE.steps
            if step.end == claim.id
            for each in step.premises
        }
        joined |= {step.end for step in ARTICLE.uses_of(claim) if step.end in numbers}
        assert joined <= seen.joined
        boxes = {*seen._parts("a.claim.joined")}
        assert joined <= boxes


def test_the_way_to_the_main_conclusion(browser: "Browser", tmp_path: Path) -> None:
    """It is told from the main conclusion down to the chosen claim, link by link."""
    argument_map = chain(5)
    thesis = argument_map.claims[-1].id
    argument_map = attrs.evolve(argument_map, thesis=thesis)
    seen = visit(browser, tmp_path, argument_map)

    seen.page.evaluate("location.hash = '#part-c1'")
    seen.page.wait_for_selector(".row.chosen[data-parts='c1']")

    links = seen.page.locator("#page-path a")
    way = links.evaluate_all("found => found.map(each => each.hash)")
    assert way == ["#part-c4", "#part-c3", "#part-c2"]
    links.first.click()
    assert seen.chosen == ["c4"]


def test_folding(browser: "Browser", tmp_path: Path) -> None:
    """What is below a claim folds by a key, and unfolds where one in it is chosen."""
    seen = visit(browser, tmp_path, RENTS)
    seen.page.keyboard.press("n")
    assert seen.page.locator(".row[data-parts='rose']").is_visible()

    seen.page.keyboard.press("f")
    assert not seen.page.locator(".row[data-parts='rose']").is_visible()
    seen.page.evaluate("location.hash = '#part-rose'")
    seen.page.wait_for_selector(".row.chosen[data-parts='rose']")

    seen.page.get_by_role("button", name="Fold all", exact=True).click()
    assert not seen.page.locator(".row[data-parts='rose']").is_visible()
    seen.page.get_by_role("button", name="Unfold all").click()
    assert seen.page.locator(".row[data-parts='rose']").is_visible()


def test_folds_are_in_the_address(browser: "Browser", tmp_path: Path) -> None:
    """What is folded is named there by ids, few of them; back unfolds it again."""
    seen = visit(browser, tmp_path, ARTICLE)
    page, summaries = seen.page, seen.page.locator("details > summary")
    hidden = "all => all.map((each, at) => each.open ? '' : each.dataset.below)"

    def folded() -> set[str]:
        found: list[str] = page.locator("details").evaluate_all(hidden)
        return {*filter(None, found)}

    every = set(
        page.locator("details").evaluate_all("all => all.map(e => e.dataset.below)")
    )
    top = page.locator("details").first.get_attribute("data-below")
    assert top
    summaries.first.click()
    assert page.url.endswith(f"#page-list&folded={top}")
    page.reload()
    assert folded() == {top}
    summaries.first.focus()
    page.keyboard.press("Enter")
    assert (folded(), page.url.endswith("#page-list")) == (set(), True)
    page.go_back()
    assert folded() == {top}

    page.get_by_role("button", name="Fold all", exact=True).click()
    assert (folded(), page.url.endswith("&folded=*")) == (every, True)
    summaries.first.click()
    assert page.url.endswith(f"&folded=*&unfolded={top}")
    page.reload()
    assert folded() == every - {top}
    address = page.url
    page.locator("details[open] > ol .row > a").first.click()
    below = page.locator(".row.chosen").evaluate("row => row.closest('details').open")
    assert below
    assert folded() <= every - {top}
    page.goto(address.replace("page-list", "row-2"))
    assert folded() == every - {top}

    page.get_by_label("Search", exact=True).last.fill("russia")
    assert page.locator(".row:not(.unfound)").count()
    for row in page.locator(".row:not(.unfound)").all():
        assert row.is_visible()


def test_search_and_filters(browser: "Browser", tmp_path: Path) -> None:
    """What is found is shown with what it speaks for, and counted; all else is not."""
    argument_map = ArgumentMap.of(
        Claim("cap", "Rents should be capped.", speaker="Ada"),
        Claim("rose", "Rents rose.", speaker="Ben"),
        Claim("wages", "So did wages.", speaker="Ada", implicit=True),
        Claim("free", "Markets are free.", title="Freedom"),
        Inference(["rose"], conclusion="cap"),
        Counterpoint(["wages"], target="rose"),
        Section("a", "First", members=["cap", "rose", "wages"]),
        Section("b", "Second", members=["free"]),
        thesis="cap",
    )
    seen = visit(browser, tmp_path, argument_map)
    page = seen.page
    shown = [each.id for each in argument_map.claims]

    page.get_by_label("Search", exact=True).last.fill("WAGES")
    assert seen.found == ["wages"]
    assert page.locator(".row[data-parts='rose']").is_visible()
    assert not page.locator(".row[data-parts='free']").is_visible()
    assert page.locator("#found").inner_text() == "1 of 4 claims"
    field = page.get_by_label("Search", exact=True).last
    for words, found in (("ben", ["rose"]), ("free", ["free"]), ("nowhere", [])):
        field.fill(words)
        assert seen.found == found
    assert page.locator("#found").inner_text() == "Nothing found"
    page.get_by_role("button", name="Clear").click()
    assert sorted(seen.found) == sorted(shown)
    for name, value, found in (
        ("speaker", "Ada", ["cap", "wages"]),
        ("section", "b", ["free"]),
        ("verdict", "defeated", ["rose"]),
        ("kind", "objection", ["wages"]),
        ("kind", "unstated", ["wages"]),
    ):
        page.locator(f"select[name={name}]").select_option(value)
        assert seen.found == found
        assert f"&{name}={value}" in page.url
        page.reload()
        assert seen.found == found
        page.get_by_role("button", name="Clear").click()
    assert "&" not in page.url


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_if_claims_fell(browser: "Browser", tmp_path: Path, name: str) -> None:
    """Set aside, claims change just the verdicts that `evaluate` says without them."""
    argument_map = EXAMPLES[name]
    seen = visit(browser, tmp_path, argument_map)
    before = evaluate(argument_map).verdicts
    drawn = draw(argument_map).plan.boxes_by_part
    claims = [each.id for each in argument_map.claims if each.id in drawn]
    for at in range(min(40, len(claims))):
        fallen = claims[at :: len(claims) // (at % 4 + 1)]
        aside = ",".join(fallen)
        seen.page.evaluate(f"location.hash = '#part-{fallen[0]}&aside={aside}'")
        seen.page.wait_for_selector(f".row.aside[data-parts='{fallen[-1]}']")
        seen.page.wait_for_selector(f".row.chosen[data-parts='{fallen[0]}']")
        after = evaluate(argument_map, without=fallen).verdicts
        changed = {
            each: "rejected" if after[each].is_rejected else after[each].value
            for each in drawn
            if each in after
            and (after[each], after[each].is_rejected)
            != (before[each], before[each].is_rejected)
            and not (after[each].is_rejected and before[each].is_rejected)
        }
        assert seen.verdicts == changed | dict.fromkeys(fallen, "aside")
    assert seen.said == []


@given(st.lists(st.tuples(PLANS, st.sets(st.integers(0, 30))), min_size=20))
@settings(max_examples=30, deadline=None)
def test_labels_in_a_browser(
    browser: "Browser", drawn: list[tuple[Plan, set[int]]]
) -> None:
    """Whatever is set aside together, a page and Python come to the same labels."""
    script = files("argmap.diagram.page").joinpath("labels.js").read_text("utf-8")
    cases, expected = [], []
    for plan, picked in drawn:
        net, alone = plan.network(), plan.network()
        aside = sorted(picked.intersection(range(len(net.ids))))
        for part in aside:
            alone.exclude(part)
        cases.append([as_data(net), aside])
        expected.append([*map(int, label(alone).labels)])
    page = browser.new_page()
    found = page.evaluate(
        f"cases => {{ {script}; return cases.map(each => labelsWithout(...each)); }}",
        cases,
    )
    page.close()

    assert found == expected


def test_where_steps_are_strict(browser: "Browser", tmp_path: Path) -> None:
    """Where each claim aside is a case of its own, one is set aside at a time."""
    argument_map = attrs.evolve(
        RENTS,
        inferences=[Inference(["rose"], conclusion="cap", strict=True)],
    )
    assert evaluate(argument_map).dependence is None
    seen = visit(browser, tmp_path, argument_map)

    for claim in ("wages", "rose"):
        seen.page.locator(f".row[data-parts='{claim}'] > a").click()
        seen.page.keyboard.press("w")
        changes = evaluate(argument_map).without_each.get(claim, {})
        assert seen.verdicts == {claim: "aside", **changes}


def test_setting_a_claim_aside_and_back(browser: "Browser", tmp_path: Path) -> None:
    """A link in its article sets a claim aside, a key too; a link puts it back."""
    seen = visit(browser, tmp_path, RENTS)
    seen.page.locator(".row a", has_text="So did wages.").click()

    seen.page.get_by_role("link", name="What if this fell?").click()
    assert seen.verdicts == {"wages": "aside", "cap": "stands"}
    told = seen.page.locator("#page-aside").inner_text()
    assert "1 other verdict would change" in told
    marked = "getComputedStyle(document.querySelector('article.shown .why'), '::after')"
    assert "before" in seen.page.evaluate(f"{marked}.content")
    assert seen.heading == "So did wages."
    seen.page.reload()
    assert seen.verdicts == {"wages": "aside", "cap": "stands"}
    seen.page.locator(".row a", has_text="Rents rose.").click()
    assert seen.verdicts == {"wages": "aside", "cap": "stands"}
    seen.page.get_by_role("link", name="Put it back").click()
    assert seen.verdicts == {}
    assert "before" not in seen.page.evaluate(f"{marked}.content")
    assert seen.heading == "Rents rose."
    seen.page.keyboard.press("w")
    assert seen.verdicts["rose"] == "aside"


def test_setting_several_claims_aside(browser: "Browser", tmp_path: Path) -> None:
    """The address names each; one is put back by itself, or all together."""
    seen = visit(browser, tmp_path, RENTS)
    question = seen.page.locator("article:visible .what-if")
    seen.page.locator(".row a", has_text="So did wages.").click()
    assert question.inner_text() == "What if this fell?"
    question.click()
    assert question.inner_text() == "Put this back"
    seen.page.locator(".row a", has_text="Rents rose.").click()
    assert question.inner_text() == "What if this fell too?"
    question.click()

    assert seen.page.url.endswith("#part-rose&aside=wages,rose")
    assert seen.verdicts == {"wages": "aside", "rose": "aside"}
    told = seen.page.locator("#page-aside").inner_text()
    assert "So did wages and 2 Rents rose fell, no other verdict" in told
    seen.page.reload()
    assert seen.verdicts == {"wages": "aside", "rose": "aside"}
    question.click()
    assert seen.verdicts == {"wages": "aside", "cap": "stands"}
    seen.page.go_back()
    assert seen.verdicts == {"wages": "aside", "rose": "aside"}
    seen.page.get_by_role("link", name="Put them back").click()
    assert seen.verdicts == {}


def test_focus_can_be_seen(browser: "Browser", tmp_path: Path) -> None:
    """Whatever has the keyboard looks different from when it has not."""
    seen = visit(browser, tmp_path, RENTS)
    page = seen.page
    stops = page.locator("a:visible, button:visible, [tabindex='0']:visible").count()
    stops += page.locator("summary:visible, select:visible, input:visible").count()
    stops -= 1  # one of two views
    script = """() => {
      const active = document.activeElement;
      const looks = (element) => {
        const style = getComputedStyle(element);
        return [style.outlineStyle, style.outlineWidth, style.stroke,
                style.strokeWidth].join();
      };
      const isClaim = active.matches(".claim");
      const target = isClaim ? active.querySelector("rect") : active;
      const focused = looks(target);
      active.blur();
      const other = looks(target);
      active.focus();
      return [active.tagName, focused !== other];
    }"""

    for _ in range(stops):
        page.keyboard.press("Tab")
        name, is_seen = page.evaluate(script)
        assert name != "BODY"
        assert is_seen, name


def test_zoom_and_pan(browser: "Browser", tmp_path: Path) -> None:
    """Keys, buttons and the wheel with Ctrl zoom; arrows and the mouse move the map."""
    seen = visit(browser, tmp_path, ARTICLE)
    show_graph(seen)
    page, press = seen.page, seen.page.keyboard.press
    first = seen.scale
    page.locator("#page-map").focus()

    press("+")
    assert seen.scale == pytest.approx(1.25 * first, rel=0.01)
    press("-")
    assert seen.scale == pytest.approx(first, rel=0.01)
    page.get_by_role("button", name="Zoom in").click()
    assert seen.scale == pytest.approx(1.25 * first, rel=0.01)
    page.get_by_role("button", name="Zoom out").click()
    page.mouse.move(300, 400)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    seen.wait(lambda: seen.scale > 1.1 * first)
    assert page.evaluate("visualViewport.scale") == 1

    before = seen.place
    page.locator("#page-map").focus()
    press("ArrowDown")
    seen.wait(lambda: seen.place[1] > before[1])
    before = seen.at_rest()
    page.mouse.move(300, 400)
    page.mouse.down()
    page.mouse.move(280, 350, steps=4)
    page.mouse.up()
    assert seen.place == pytest.approx([before[0] + 20, before[1] + 50], abs=4)
    assert seen.heading is None

    page.get_by_role("button", name="Whole map").click()
    whole = seen.scale
    assert whole < first
    page.locator("#page-map").focus()
    press("+")
    press("0")
    assert seen.scale == pytest.approx(whole, rel=0.01)


def test_dragging_chooses_nothing(browser: "Browser", tmp_path: Path) -> None:
    """A drag that begins on a claim moves the map and opens no article."""
    seen = visit(browser, tmp_path, ARTICLE)
    show_graph(seen)
    box = seen.page.locator("a.claim:visible").first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place

    seen.page.mouse.move(place["x"] + 20, place["y"] + 20)
    seen.page.mouse.down()
    seen.page.mouse.move(place["x"] + 60, place["y"] + 60, steps=4)
    seen.page.mouse.up()

    assert seen.heading is None


def test_a_link_to_a_claim(browser: "Browser", tmp_path: Path) -> None:
    """The address of a claim opens the page with that claim chosen."""
    seen = visit(browser, tmp_path, RENTS)

    seen.page.goto(f"{seen.page.url}#part-wages")
    seen.page.reload()

    assert seen.heading == "So did wages."
    assert seen.chosen == ["wages"]


def test_without_a_script(browser: "Browser", tmp_path: Path) -> None:
    """Claims can be read where scripts are not allowed; dead buttons are not shown."""
    seen = visit(browser, tmp_path, RENTS, java_script_enabled=False)

    seen.page.locator(".row a", has_text="Rents rose.").click()

    assert seen.page.locator("article:visible h2").inner_text() == "Rents rose."
    assert seen.page.locator("button:visible, select:visible").count() == 0
    assert not seen.page.get_by_text("What if this fell?").first.is_visible()
    seen.page.locator("summary").first.click()
    assert not seen.page.locator(".row[data-parts='rose']").is_visible()
    show_graph(seen)
    seen.page.locator("a.claim", has_text="So did wages.").click()
    assert seen.page.locator("article:visible h2").inner_text() == "So did wages."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dark_and_light(browser: "Browser", tmp_path: Path, scheme: Any) -> None:
    """Page and picture follow the reader's scheme together."""
    seen = visit(browser, tmp_path, RENTS, color_scheme=scheme)

    page, paper = (
        seen.page.locator(name).first.evaluate(f"e => getComputedStyle(e).{field}")
        for name, field in (("body", "backgroundColor"), ("svg .paper", "fill"))
    )
    assert (
        page
        == paper
        == {"light": "rgb(255, 255, 255)", "dark": "rgb(13, 17, 23)"}[scheme]
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_narrow_screen(browser: "Browser", tmp_path: Path, name: str) -> None:
    """At 360 pixels nothing sticks out; the chosen claim's panel is at the bottom."""
    seen = visit(browser, tmp_path, EXAMPLES[name], NARROW, has_touch=True)
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    thesis = EXAMPLES[name].thesis or EXAMPLES[name].claims[0].id
    page.locator(f".row[data-parts='{thesis}'] > a").tap()

    page.wait_for_selector("article:visible")
    panel = page.locator(".panel").bounding_box()
    row = page.locator(".row.chosen").bounding_box()
    assert panel
    assert row
    assert panel["y"] + panel["height"] == pytest.approx(780, abs=1)
    assert row["y"] >= 0
    assert row["y"] + row["height"] <= panel["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print(browser: "Browser", tmp_path: Path) -> None:
    """On paper are the list, also what was folded, and the answer, in light colours."""
    seen = visit(browser, tmp_path, ARTICLE, color_scheme="dark")
    seen.page.evaluate("location.hash = '#part-at-loggerheads'")
    seen.page.get_by_role("button", name="Fold all", exact=True).click()
    seen.page.emulate_media(media="print")

    for hidden in (".sources", ".bar", ".graph", "nav", "article"):
        assert not seen.page.locator(hidden).first.is_visible()
    assert seen.page.locator("#page-answer").is_visible()
    paper = seen.page.locator("body")
    assert paper.evaluate("e => getComputedStyle(e).color") == "rgb(27, 31, 36)"
    sizes = seen.page.locator(".list *").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 12  # pixels, which are nine points
    printed = pdf_text(seen.page.pdf())
    for claim in ARTICLE.claims:
        assert "".join(normalize("NFKC", claim.text).split()) in printed


@pytest.mark.parametrize("words", [*HOSTILE, HOLE])
def test_hostile_map(browser: "Browser", tmp_path: Path, words: str) -> None:
    """No script of a map runs, no request leaves, and the page works as ever."""
    seen = visit(browser, tmp_path, everywhere(words))

    for claim in seen.page.locator(".row > a, a.claim, a.what-if").all():
        claim.dispatch_event("click")
    for link in ("#part-c", "#quoted-0"):
        seen.page.evaluate(f"location.hash = '{link}'")
        seen.page.wait_for_selector(".row.chosen")
    seen.page.get_by_label("Search", exact=True).last.fill(words)

    assert seen.said == []
    assert seen.asked == [(tmp_path / "map.html").as_uri()]
    assert seen.page.locator("script").count() == 1
    assert seen.page.locator("img, iframe, object, foreignObject").count() == 0
    assert seen.page.title() != "x"


def test_the_policy_holds(browser: "Browser", tmp_path: Path) -> None:
    """Were markup to get in all the same, its scripts would not run."""
    path = tmp_path / "map.html"
    html = draw(RENTS).page
    path.write_text(html.replace("</main>", f"{HOLE}</main>"), encoding="utf-8")

    seen = Visit(browser.new_page(), path)
    seen.page.evaluate("document.body.click()")

    assert seen.page.title() == "Rents"
    assert not any("evil" in each for each in seen.asked)
    assert any("Content Security Policy" in each for each in seen.said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "#part-at-loggerheads",
        "#part-coalition-unlikely&aside=coalition-unlikely",
        "#page-list&find=russia",
        "#part-compromise&view=graph",
    ],
)
def test_axe(
    browser: "Browser",
    tmp_path: Path,
    scheme: Any,
    viewport: dict[str, int],
    fragment: str,
) -> None:
    """axe-core finds nothing that keeps somebody out."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core is not installed"
    )
    seen = visit(browser, tmp_path, ARTICLE, viewport, color_scheme=scheme)
    if fragment:
        seen.page.evaluate(f"location.hash = '{fragment}'")
        seen.page.wait_for_timeout(100)

    found = axe.Axe().run(seen.page).response

    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found["violations"]
    ] == []
    assert len(found["passes"]) > 10


def test_a_large_map(browser: "Browser", tmp_path: Path) -> None:
    """1,500 claims open in a second of the processor; no act takes 50 ms of script.

    Measured it is about half of that; here the bounds have room for a slow machine.
    """
    path = tmp_path / "map.html"
    path.write_bytes(draw(debate(1, 1500, 30), arguments="steps").render("html"))
    page = browser.new_context(viewport=WIDE).new_page()  # type: ignore[arg-type]
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent(name: str) -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return next(float(each["value"]) for each in found if each["name"] == name)

    seen = Visit(page, path)
    assert seen.page.locator(".row").count() == 1500
    assert spent("TaskDuration") < 3
    before = spent("ScriptDuration")
    acts = "nnruspwnwff"
    for key in acts:
        page.keyboard.press(key)
    page.evaluate("location.hash = '#part-c1499'")
    page.wait_for_selector(".row.chosen[data-parts='c1499']")
    page.keyboard.press("/")
    page.keyboard.type("harbour")

    assert seen.said == []
    assert seen.chosen == ["c1499"]
    assert spent("ScriptDuration") - before < 0.1 * (len(acts) + 9)
