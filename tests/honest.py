"""Honest quotations of texts as they come: from PDFs, web pages, transcripts.

Each text is given word by word, once as an author would type it and once as it is
printed, so that what a quotation ought to count as is known without looking for it.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from argmap.passages import Standing


@attrs.frozen
class Printed:
    """A text in words with what separates them, printed and as it is typed."""

    name: str
    typed: Sequence[str]
    printed: Sequence[str]
    blank: str = " "
    """What an author types between two words."""

    @property
    def text(self) -> str:
        """The text as it is printed; the words bring their space with them."""
        return "".join(self.printed)

    def quotations(self) -> Iterator[tuple[str, Standing]]:
        """Yield sixty quotations and what each ought to count as."""
        ends = list(accumulate(map(len, self.printed), initial=0))
        step = (len(self.typed) - 24) / 60
        for number in range(60):
            start = int(number * step)
            middle, last = start + 4 + number % 7, start + 12 + number % 11
            words = self._typed(start, middle)
            if number % 10 == 9:
                yield f"{words} […] {self._typed(middle + 3, last)}", Standing.ELIDED
            elif number % 10 == 8 and words[0].swapcase() != words[0]:
                yield words[0].swapcase() + words[1:], Standing.TYPOGRAPHIC
            else:
                passage = self.text[ends[start] : ends[middle]]
                is_exact = words in unicodedata.normalize("NFC", passage)
                yield words, Standing.EXACT if is_exact else Standing.TYPOGRAPHIC

    def _typed(self, start: int, end: int) -> str:
        words = self.blank.join(self.typed[start:end])
        return words.strip(" ,;:.。，、").removeprefix("- ").removesuffix(" -")


_REPORT = """
    The committee's first finding is that official traffic figures cannot be
    confirmed. Between 2011 and 2014 accidents fell by 12.5 percent after the
    signals were refitted, although traffic itself declined in every year of that
    period. Sufficient evidence for a significant effect is therefore not available;
    the difference could be chance. Offices that keep their own files reflect a
    different picture: of 1,700 notifications only 214 were confirmed, and the final
    classification was left to a part-time officer. Operating costs were $4,000 above
    plan in the first year and $3,500 in the second, a deviation of -3 points from
    what had been specified. A non-negotiable condition of the well-known agreement
    was that financing would be secured by co-operative banks. It was not. The
    infrastructure fund refused to confirm its offer, and the affected municipalities
    waited until the beginning of the following financial year before they filed an
    objection. We find that the simplification of the procedure was sensible, but
    that its effects were overestimated by at least 10 percent.
"""

_PAGE = """
    The engineer's answer was short: "We can't say which of the two mattered more,"
    she told the council, "and we won't pretend to." Nobody - not even the mayor's
    office - had expected that. The council's own report... well, the draft of it...
    speaks of 'substantial improvements' in 1990-95, a period in which costs rose by
    30 percent. Shopkeepers don't agree. "It's our trade that suffers," said the owner
    of a bakery, "and it's we who weren't asked." The mayor called this "regrettable".
    Later - at a meeting behind closed doors - he is said to have used another word.
    Whether the lights will stay, no one knows. "Not unless the bridge is closed," the
    engineer's deputy said; "then, perhaps." A decision isn't expected before the 15th
    of May, when the council's budget - all 40 million of it - has to be agreed upon.
    It's "a matter of trust", the opposition says, that the figures be published first.
"""

_GERMAN = """
    Der Gemeinderat hat die "Verkehrsberuhigungsmaßnahmen" ohne Gegenstimme
    beschlossen, obwohl die Anwohnerinnen - z. B. in der Bahnhofstraße - nicht befragt
    worden waren. Die Kosten betragen nach Angaben der Stadtverwaltung 1.700 Euro je
    Straßenlaterne, das sind 12,5 Prozent mehr als im Vorjahr. "Das ist", so der
    Bürgermeister, "nicht zu ändern." Die Geschäftsleute sehen das anders: "Wir haben",
    sagt eine Bäckerin, "seit Mai ein Fünftel der Laufkundschaft verloren." Ob die
    Donaudampfschifffahrtsgesellschaft ihre Anlegestelle verlegt, ist offen. Für die
    Übergangszeit gilt die Straßenverkehrsordnung unverändert; Ausnahmegenehmigungen
    werden nur erteilt, wenn ein berechtigtes Interesse nachgewiesen ist. Im
    Haushaltsausschuss hieß es, die Größenordnung sei "vertretbar". Eine
    Wirtschaftlichkeitsberechnung - sonst üblich - liegt nicht vor. Der
    Rechnungsprüfungsausschuss will sich im September damit befassen und hat die
    Verwaltung um eine Stellungnahme gebeten, die bis heute aussteht.
"""

_TRANSCRIPT = """
    CHAIR: You said - and I quote - that the café was never "closed". Is that so?
    WITNESS: I said it might be closed, yes - might - in the summer of 2009. CHAIR: And
    the résumé you were shown by Señor Núñez? WITNESS: I did not read it - not all of
    it - until the 3rd of March. It's a long one: 120 pages. CHAIR: So when you told
    Ms Brontë that "everything was in order" you hadn't read it. WITNESS: Not to the
    end - no. CHAIR: How much would you say you had read? WITNESS: A third - perhaps
    less - and what I'd read gave no cause for concern. CHAIR: But you did not say so.
    WITNESS: Nobody asked me - nobody at all - before today. CHAIR: You're being asked
    now. WITNESS: Then I'd say - naïve as it may sound - that I trusted the façade. It
    looked... respectable. CHAIR: And the figure of 4,500 guilders? WITNESS: That was
    told to me by Zoë - my colleague - who had it from the other side.
"""

_CHINESE = """
    市议会/星期二/听取了/报告。/报告说，/新的/信号灯/安装/以后，/事故/减少了/
    12%，/但是/同一年/车流量/也/下降了。/工程师/表示：/“我们/不能/确定/哪个/原因/更/
    重要。”/商店/老板们/不/同意，/他们/说/生意/受到了/影响。/房租/上涨了，/工资/没有。/
    議会は/火曜日に/報告を/聞いた。/事故は/減ったが、/交通量も/減った。/技術者は/
    「どちらが/重要かは/分からない」と/述べた。/ガスの/料金は/１２０円/上がり、/
    店主たちは/納得して/いない。/橋が/閉鎖/されない/限り、/信号を/撤去/すべき/ではない。/
    市长/没有/回答/记者/提出/的/问题，/只是/说/预算/要/等到/五月/才/能/决定。/
    反对党/要求/先/公布/数据，/再/讨论/下一步/的/计划。/委员会/认为/这个/程序/是/合理的。
"""


def _extracted(words: Sequence[str]) -> Iterator[str]:
    """Print words as a PDF gives them: short lines, divided words, ligatures."""
    column = 0
    for word in words:
        if column + len(word) < 46:
            column += len(word) + 1
            yield _with_ligatures(word) + " "
        elif "-" in word[1:-1]:
            first, last = word.split("-")
            column = len(last) + 1
            yield f"{first}-\n{last} "
        elif len(word) > 7 and word[:-2].isalpha():
            column = len(word) - 3
            yield f"{_with_ligatures(word[:4])}-\n{word[4:]} "
        else:
            column = 0
            yield f"{_with_ligatures(word)}\n"


def _with_ligatures(word: str) -> str:
    for letters, ligature in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ")):
        word = word.replace(letters, ligature)
    return word.replace("'", "’")


def _typeset(words: Sequence[str], opening: str, closing: str) -> Iterator[str]:
    """Print words with the marks of a printer, hard spaces and soft hyphens."""
    for at, word in enumerate(words):
        marked = f"{opening}{word[1:]}" if word.startswith('"') else word
        marked = marked.replace('"', closing).replace("...", "…").replace("'", "’")
        if len(word) > 12 and word[:-2].isalpha():
            marked = f"{marked[:5]}\u00ad{marked[5:]}"
        hard = word[0].isdigit() or (at + 1 < len(words) and words[at + 1] == "-")
        yield marked.replace("-", "–") + ("\u00a0" if hard else " ")


def _unspaced(words: Sequence[str]) -> Iterator[str]:
    """Print words with long dashes without space, and letters decomposed."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        marked = unicodedata.normalize("NFD", word).replace("...", "…")
        space = "\n\n" if following.endswith("S:") or following == "CHAIR:" else " "
        yield "—" if word == "-" else marked + ("" if following == "-" else space)


def _wrapped(words: Sequence[str]) -> Iterator[str]:
    """Print words of a script without spaces, with a line end here and there."""
    for at, word in enumerate(words):
        yield word + ("\n" if at % 5 == 4 else "")


_CHINESE_WORDS = "".join(_CHINESE.split()).strip("/").split("/")
TEXTS = (
    Printed("report", _REPORT.split(), tuple(_extracted(_REPORT.split()))),
    Printed("page", _PAGE.split(), tuple(_typeset(_PAGE.split(), "“", "”"))),
    Printed("german", _GERMAN.split(), tuple(_typeset(_GERMAN.split(), "„", "“"))),
    Printed("transcript", _TRANSCRIPT.split(), tuple(_unspaced(_TRANSCRIPT.split()))),
    Printed("chinese", _CHINESE_WORDS, tuple(_wrapped(_CHINESE_WORDS)), blank=""),
)
