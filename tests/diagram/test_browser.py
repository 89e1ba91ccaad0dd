"""Laws of the picture in a real browser: no word leaves its box, whatever the font.

Chromium measures the page by itself and prints it, so that no driver is needed.
"""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown

from argmap import (
    Argument,
    ArgumentMap,
    Claim,
    Counterpoint,
    Diagram,
    Inference,
    Section,
    draw,
)
from argmap.diagram.style import DARK, LineColor
from argmap.model.selection import within
from tests.diagram.make_golden import EXAMPLES

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FONTS = {
    "dejavu": Path("/usr/share/fonts/truetype/dejavu"),
    "liberation": Path("/usr/share/fonts/truetype/liberation"),
    "all": Path("/usr/share/fonts"),
}
TOLERANCE = 0.5

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine"),
]

SCRIPTS = ArgumentMap.of(
    Claim("latin", "Rents “rose” – naïvely – by a third: WWWW MMMM @@@@ %%%% fi fl."),
    Claim("capitals", "RENTS ROSE BY A THIRD IN THE CAPITAL AND WAGES DID NOT."),
    Claim("chinese", "租金太高了，住房短缺。城市应当限制租金，以免租户无家可归。"),
    Claim("japanese", "家賃が高すぎるので、市は家賃を制限すべきである。"),
    Claim("korean", "임대료가 너무 높으므로 도시는 임대료를 제한해야 한다."),
    Claim("arabic", "الإيجارات مرتفعة جدا في المدينة ولا يستطيع الناس دفعها"),
    Claim("hebrew", "שכר הדירה גבוה מדי בעיר ואנשים אינם יכולים לשלם אותו"),
    Claim("hindi", "किराया बहुत अधिक है और शहर को इसे सीमित करना चाहिए"),
    Claim("thai", "ค่าเช่าสูงเกินไปและเมืองควรจำกัดค่าเช่า"),
    Claim("greek", "Τα ενοίκια είναι πολύ υψηλά στην πρωτεύουσα."),
    Claim("russian", "Арендная плата в столице выросла на треть за пять лет."),
    Claim("marks", "e\u0301 n\u0303 o\u0308 ẹ\u0300 Việt Nam tiếng " + "o\u0308" * 60),
    Claim("emoji", "👩‍👩‍👧‍👦 👍🏽 🇫🇷 🏳️‍🌈 ☀️ " + "👩‍👩‍👧‍👦" * 20),
    Claim("long", "Rindfleischetikettierungsüberwachungsaufgabengesetz" * 3),
    Claim("letters", "W" * 90, title="m" * 90, speaker="@" * 90),
    Claim("speaker", "She said so.", speaker="租金 الإيجارات Rindfleischetikettierung"),
    Argument("sketch", "A bold title of an argument WWWW 租金太高了", text="Its gist."),
    Inference(["latin", "capitals", "chinese"], conclusion="japanese", id="step"),
    Inference(["korean"], conclusion="arabic", strict=True),
    Counterpoint(["hebrew"], target="hindi"),
    Counterpoint(["thai"], target="step"),
    Section("cjk", "租金太高了，住房短缺。城市应当限制租金吗？", members=["chinese"]),
    Section("wide", "WWWWWWWWWW MMMMMMMMMMMMM @@@@@@", members=["greek"]),
    Section("rtl", "هل يجب على المدينة أن تحد من الإيجارات؟", members=["arabic"]),
    Section("joy", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 Is it 👍🏽?", members=["emoji"]),
    Section("thin", "Illill illill 'illill' (illill) ||| iii", members=["sketch"]),
    Section("in", "ЖЩШМ ЖЩШМ ЖЩШМ ЖЩШМ", members=["russian"], parent="wide"),
    title="All scripts",
    thesis="japanese",
)

ARTICLE = EXAMPLES["russia_in_syria"]
MAPS = [
    ARTICLE,
    *(within(ARTICLE, section) for section in ARTICLE.sections),
    SCRIPTS,
]

MEASURE = """
const bounds = (element) => {
  const {x, y, width, height} = element.getBBox();
  return [x, y, x + width, y + height];
};
const written = (element, frame) => [...element.querySelectorAll("text")].map(
  (text) => ({words: text.textContent, text: bounds(text), frame}));
const measured = [...document.querySelectorAll("svg")].map((svg) => [
  ...[...svg.querySelectorAll(".claim")].flatMap(
    (claim) => written(claim, bounds(claim.querySelector("rect")))),
  ...[...svg.querySelectorAll(".halo")].flatMap(
    (halo, index) => written(halo, frames[svg.id][index])),
  ...written(svg.querySelector(".legend"), bounds(svg.querySelector(".paper"))),
]);
const result = document.createElement("pre");
result.textContent = JSON.stringify(measured);
document.body.replaceChildren(result);
"""


def frames_of_groups(diagram: Diagram) -> list[list[float]]:
    """Return the rectangles of the groups, in the order of their titles."""
    frames = []
    for group in diagram.plan.groups:
        found = re.search(
            rf'id="{diagram.plan.key}-{group.part}" class="group" x="([^"]+)"'
            ' y="([^"]+)" width="([^"]+)" height="([^"]+)"',
            diagram.svg,
        )
        if found:
            x, y, width, height = map(float, found.groups())
            frames.append([x, y, x + width, y + height])
    return frames


def chromium(page: Path, fonts: Path, *options: str) -> str:
    """Load a page with the fonts of one folder only; return what is printed."""
    folder = page.parent
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    done = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder}/profile",
            *options,
            page.as_uri(),
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(configuration)},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def measured(
    diagrams: list[Diagram], fonts: Path, folder: Path
) -> list[list[dict[str, Any]]]:
    """Return every text of every picture, with its bounds and those of its frame."""
    frames = {each.plan.key: frames_of_groups(each) for each in diagrams}
    page = folder / "page.html"
    page.write_text(
        '<!DOCTYPE html><meta charset="utf-8"><body>'
        + "".join(each.svg for each in diagrams)
        + f"<script>const frames = {json.dumps(frames)};{MEASURE}</script>",
        encoding="utf-8",
    )
    printed = chromium(page, fonts, "--dump-dom")
    result = re.search("<pre>(.*)</pre>", printed, re.DOTALL)
    assert result
    texts: list[list[dict[str, Any]]] = json.loads(unescape(result[1]))
    return texts


def sticks_out(text: dict[str, Any]) -> bool:
    """Return whether a text leaves its frame on any side."""
    left, top, right, bottom = map(float, text["text"])
    x1, y1, x2, y2 = map(float, text["frame"])
    return max(x1 - left, y1 - top, right - x2, bottom - y2) > TOLERANCE


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("direction", ["up", "left"])
def test_words_stay_in_their_boxes(fonts: str, direction: str, tmp_path: Path) -> None:
    """Claims, titles of groups and the legend fit, whichever fonts there are."""
    if not FONTS[fonts].exists():
        pytest.skip(f"no fonts in {FONTS[fonts]}")
    diagrams = [draw(each, theme="light", direction=direction) for each in MAPS]

    texts = measured(diagrams, FONTS[fonts], tmp_path)

    assert len(texts) == len(diagrams)
    for diagram, written in zip(diagrams, texts, strict=True):
        count = sum(len(box.texts) for box in diagram.plan.boxes)
        assert len(written) > count
        assert not [text for text in written if sticks_out(text)]


COLORS = [f"#{red}{green}40" for red in ("d0", "90", "50") for green in ("d0", "70")]
WIDE = """\
```argmap direction="left" width="1500" layout="graph"
[C0]: A claim. {{color: "{}"}}
  + [C1]: A reason for it. {{color: "{}"}}
    + [C2]: A reason for that. {{color: "{}"}}
      + [C3]: One more. {{color: "{}"}}
        + [C4]: And one more. {{color: "{}"}}
          + [C5]: The last of them. {{color: "{}"}}
```
""".format(*COLORS)


def output(*command: str | Path) -> bytes:
    """Return what a program prints."""
    return subprocess.run(command, check=True, capture_output=True).stdout


def printed(page: str, folder: Path) -> tuple[set[bytes], str]:
    """Print a page; return the colours that the paper has, and the words on it."""
    path, pdf = folder / "page.html", folder / "page.pdf"
    path.write_text(f"<!DOCTYPE html><html>{page}", encoding="utf-8")
    chromium(path, FONTS["all"], f"--print-to-pdf={pdf}")
    pixels: set[bytes] = set()
    for image in output("pdftoppm", "-r", "72", pdf).split(b"P6\n")[1:]:
        data = image.split(b"255\n", 1)[1]
        pixels |= {data[at : at + 3] for at in range(0, len(data), 3)}
    words = output("pdftotext", pdf, "-").decode()
    return pixels, words


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="nothing reads a PDF here")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print(scheme: str, tmp_path: Path) -> None:
    """A picture that scrolls on its page is whole on paper, light, with its words."""
    html = markdown(WIDE, extensions=["argmap"])
    pixels, words = printed(f'<body style="color-scheme:{scheme}">{html}', tmp_path)

    assert {bytes.fromhex(color[1:]) for color in COLORS} <= pixels
    assert "Reason: The last of them." in words
    assert bytes.fromhex(DARK.lines[LineColor.SUPPORT][1:]) not in pixels


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="nothing reads a PDF here")
def test_print_of_a_small_picture(tmp_path: Path) -> None:
    """Where the text on paper has nine points, the outline stays as it is."""
    html = markdown("```argmap\n[A]: One.\n  + [B]: Two.\n```", extensions=["argmap"])
    _, words = printed(f"<body>{html}", tmp_path)

    assert "Outline" in words
    assert "Reason: Two." not in words
