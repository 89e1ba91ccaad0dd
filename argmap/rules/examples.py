"""The smallest text with the finding of a rule, and the text in which it is mended."""

from typing import Final

EXAMPLES: Final = {
    "question-as-claim": (
        "[Cap]: Should the city cap rents?\n  + [Rose]: Rents rose.\n",
        "[Cap]: The city should cap rents.\n  + [Rose]: Rents rose.\n",
    ),
    "two-claims-in-one-box": (
        "[Cap]: Cap rents.\n  + [More]: Rents rose, therefore tenants pay more.\n",
        "[Cap]: Cap rents.\n  + [More]: Tenants pay more.\n    + [Rose]: Rents rose.\n",
    ),
    "duplicate-claim-text": (
        (
            "[Cap]: Cap rents.\n  + [A]: Rents rose.\n\n[Build]: Build.\n"
            "  + [B]: Rents rose.\n"
        ),
        "[Cap]: Cap rents.\n  + [A]: Rents rose.\n\n[Build]: Build.\n  + [A]\n",
    ),
    "titles-differ-by-case": (
        "[Cap]: Cap rents.\n  + [Rose]: Rents rose.\n  + [rose]: Prices rose.\n",
        "[Cap]: Cap rents.\n  + [Rose]: Rents rose.\n  + [Prices]: Prices rose.\n",
    ),
    "isolated-claim": (
        "[Cap]: Cap rents.\n  + [Rose]: Rents rose.\n\n[Wages]: Wages fell.\n",
        "[Cap]: Cap rents.\n  + [Rose]: Rents rose.\n  + [Wages]: Wages fell.\n",
    ),
    "unsupported-thesis": (
        (
            "===\nargmap: {thesis: Cap}\n===\n\n[Cap]: Cap rents.\n"
            "  - [Few]: Few flats are built.\n"
        ),
        (
            "===\nargmap: {thesis: Cap}\n===\n\n[Cap]: Cap rents.\n"
            "  + [Rose]: Rents rose.\n  - [Few]: Few flats are built.\n"
        ),
    ),
    "unanswered-question": (
        "[Store]: Where are jobs kept? {question: true}\n",
        "[Store]: Where are jobs kept? {question: true}\n  + [Table]: In a table.\n",
    ),
    "self-support": (
        "(1) [Rose]: Rents rose.\n-----\n(2) [Rose]\n",
        "(1) [Index]: The index rose.\n-----\n(2) [Rose]: Rents rose.\n",
    ),
    "circular-support": (
        "[A]: Rents rose.\n  + [B]: The index says so.\n    + [A]\n",
        "[A]: Rents rose.\n  + [B]: The index says so.\n",
    ),
    "inconsistent-premises": (
        (
            "(1) [A]: Rents rose.\n(2) [B]: Rents fell.\n-----\n(3) [C]: Cap.\n\n"
            "[A]\n  >< [B]\n"
        ),
        "[C]: Cap.\n  + [A]: Rents rose.\n  + [B]: Rents fell.\n\n[A]\n  >< [B]\n",
    ),
    "counterpoint-against-itself": (
        "[A]: Rents rose.\n  - [A]\n",
        "[A]: Rents rose.\n  - [B]: The index fell.\n",
    ),
    "unexpected-verdict": (
        "[A]: Rents rose. {expected: stands}\n  - [B]: The index fell.\n",
        "[A]: Rents rose. {expected: defeated}\n  - [B]: The index fell.\n",
    ),
    "lost-presumption": (
        (
            "[A]: Cap rents.\n  + [B]: Rents rose.\n    + [C]: So I heard.\n"
            "      - [D]: You did not.\n"
        ),
        (
            "[A]: Cap rents.\n  + [B]: Rents rose. {presumed: true}\n"
            "    + [C]: So I heard.\n"
            "      - [D]: You did not.\n"
        ),
    ),
    "presumed-contradiction": (
        "[A]: Rents rose. {presumed: true}\n  >< [B]: Rents fell. {presumed: true}\n",
        "[A]: Rents rose. {presumed: true}\n  >< [B]: Rents fell. {presumed: false}\n",
    ),
    "undecided-contradiction": (
        "[A]: Rents rose.\n  >< [B]: Rents fell.\n",
        "[A]: Rents rose.\n  >< [B]: Rents fell.\n    - [C]: Last year's list.\n",
    ),
    "unanswered-counterpoint": (
        (
            "===\nargmap: {thesis: A}\n===\n\n[A]: Cap rents.\n"
            "  + [B]: Rents rose.\n  - [C]: Few flats are built.\n"
        ),
        (
            "===\nargmap: {thesis: A}\n===\n\n[A]: Cap rents.\n"
            "  + [B]: Rents rose.\n  - [C]: Few flats are built.\n"
            "    - [D]: In Basel many were.\n"
        ),
    ),
    "unused-credence": (
        "[A]: Cap rents. {credence: 0.5}\n  + [B]: Rents rose.\n",
        "[A]: Cap rents.\n  + [B]: Rents rose. {credence: 0.5}\n",
    ),
    "unused-preference": (
        "[Cap]: Cap rents. {preferred-to: Wages}\n\n[Wages]: Wages fell.\n",
        "[Cap]: Cap rents. {preferred-to: Build}\n  >< [Build]: Build flats.\n",
    ),
    "strength-off-the-scale": (
        (
            "[A]: Cap rents. {standard: clear-and-convincing}\n"
            "  + [B]: Rents rose. {strength: 3}\n"
        ),
        (
            "[A]: Cap rents. {standard: clear-and-convincing}\n"
            "  + [B]: Rents rose. {strength: 0.9}\n"
        ),
    ),
    "unknown-scheme": (
        "[A]: Cap rents.\n  + [B]: Rents rose. {scheme: expert}\n",
        "[A]: Cap rents.\n  + [B]: Rents rose. {scheme: expert-opinion}\n",
    ),
    "unknown-role": (
        "[A]: Cap.\n  + [B]: Ann says so. {scheme: expert-opinion, role: who}\n",
        "[A]: Cap.\n  + [B]: Ann says so. {scheme: expert-opinion, role: assertion}\n",
    ),
    "unknown-critical-question": (
        (
            "[A]: Cap rents.\n  + [B]: Ann says so. {scheme: expert-opinion}\n"
            "    - [C]: She sells flats. {raises: money}\n"
        ),
        (
            "[A]: Cap rents.\n  + [B]: Ann says so. {scheme: expert-opinion}\n"
            "    - [C]: She sells flats. {raises: expertise}\n"
        ),
    ),
}
"""Texts in Argdown, by the code of the rule that finds something in the first."""
