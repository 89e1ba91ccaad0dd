"""The checker: one function a rule, all in one tuple."""

from collections.abc import Iterable, Sequence

from argmap.diagnostics import Diagnostic
from argmap.errors import UnknownRuleError
from argmap.evaluation import evaluate
from argmap.formats.codes import CODES, SPHINX_CODES
from argmap.formats.document import Document
from argmap.model import ArgumentMap
from argmap.model.required import require_map
from argmap.rules.cuts import cut_quotation
from argmap.rules.grounding import known_together, ungrounded_relation
from argmap.rules.reasoning import (
    unanswered_critical_question,
    unknown_critical_question,
    unknown_role,
    unknown_scheme,
)
from argmap.rules.rule import Rule
from argmap.rules.shape import (
    empty_section,
    isolated_claim,
    unanswered_question,
    unsupported_thesis,
)
from argmap.rules.sourcing import (
    quotation_not_in_source,
    quotation_unverified,
    unquoted_sentence,
    unused_source,
)
from argmap.rules.support import (
    circular_support,
    counterpoint_against_itself,
    duplicate_step,
    inconsistent_premises,
    self_support,
)
from argmap.rules.verdicts import (
    inconsistent_acceptance,
    lost_presumption,
    presumed_contradiction,
    strength_off_the_scale,
    unanswered_counterpoint,
    undecided_contradiction,
    unexpected_verdict,
    unused_credence,
    unused_preference,
)
from argmap.rules.wording import (
    claim_without_text,
    duplicate_claim_text,
    invisible_character,
    question_as_claim,
    titles_differ_by_case,
    two_claims_in_one_box,
)
from argmap.suggestions import with_likely

__all__ = ["RULES", "Rule", "check", "check_document", "check_relations", "rule"]

RULES: tuple[Rule, ...] = (
    claim_without_text,
    question_as_claim,
    two_claims_in_one_box,
    duplicate_claim_text,
    titles_differ_by_case,
    invisible_character,
    isolated_claim,
    unsupported_thesis,
    unanswered_question,
    empty_section,
    self_support,
    circular_support,
    inconsistent_premises,
    duplicate_step,
    counterpoint_against_itself,
    ungrounded_relation,
    unexpected_verdict,
    unanswered_counterpoint,
    lost_presumption,
    presumed_contradiction,
    undecided_contradiction,
    inconsistent_acceptance,
    unused_credence,
    unused_preference,
    strength_off_the_scale,
    unknown_scheme,
    unknown_role,
    unknown_critical_question,
    unanswered_critical_question,
    quotation_not_in_source,
    cut_quotation,
    quotation_unverified,
    unquoted_sentence,
    unused_source,
)
"""All rules, in reading order: words, shape, support, verdicts, schemes, sources."""

_ON_MAPS = [each for each in RULES if not each.is_on_relations]


def check(
    argument_map: ArgumentMap,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> tuple[Diagnostic, ...]:
    """Return what the rules find, by the place of its subject in the map.

    Findings about the map and its sources come first, then those about claims,
    arguments, inferences, counterpoints, contradictions and sections; those about
    one part are in the order of the rules. `select` adds rules that do not run by
    default, `ignore` leaves rules out and has the last word. Raises
    UnknownRuleError for a code that no rule has.

    >>> from argmap import Claim
    >>> for finding in check(ArgumentMap([Claim("a", "Rents rose."), Claim("b")])):
    ...     print(finding)
    warning[isolated-claim]: no inference uses the claim 'a'
    warning[claim-without-text]: the claim 'b' has no text
    warning[isolated-claim]: no inference uses the claim 'b'
    """
    require_map(argument_map, "check")
    selected = set(map(rule, select))
    ignored = set(map(rule, ignore))
    rules = [
        each
        for each in _ON_MAPS
        if (each.runs_by_default or each in selected) and each not in ignored
    ]
    is_evaluated = any(each.is_on_verdicts for each in rules)
    evaluation = evaluate(argument_map) if is_evaluated else None
    found = dict.fromkeys(
        diagnostic for each in rules for diagnostic in each(argument_map, evaluation)
    )
    place = {part.id: at for at, part in enumerate(argument_map.parts)}
    return tuple(sorted(found, key=lambda each: place.get(each.subject or "", -1)))


def check_document(
    document: Document, *, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return the findings of reading, then those of the rules, each with its span.

    Between them are those of argmap.formats.with_source_texts. Rules are not run on a
    text with errors: what had to be left out of the map would make findings of its
    own, about verdicts and claims that nothing uses. Raises UnknownRuleError.
    """
    read = (*document.diagnostics, *document.source_findings)
    if document.has_errors:
        return read
    found = check(document.argument_map, select=select, ignore=ignore)
    if ungrounded_relation not in set(map(rule, ignore)):
        read += check_relations([document])[0]
    return (*read, *map(document.placed, found))


def check_relations(documents: Sequence[Document]) -> list[tuple[Diagnostic, ...]]:
    r"""Return for each text which relations are not borne out by all of them together.

    A title means the same in every text, so that an argument which is a mere name in
    one can be reconstructed in another.

    >>> from argmap.formats import read
    >>> drawing = "[Cap]\n  + <Need>\n"
    >>> other = "<Need>\n\n(1) Rents rose.\n----\n(2) Tenants need help.\n"
    >>> for finding in check_relations([read(drawing), read(other)])[0]:
    ...     print(finding.message)
    <Need> is drawn as a reason for [Cap], and no reconstruction bears that out
    """
    together = known_together([each.relations for each in documents])
    return [
        tuple(ungrounded_relation.found(text.written, known))
        for text, known in together
    ]


def rule(code: str) -> Rule:
    """Return the rule with this code; raises UnknownRuleError."""
    for each in RULES:
        if each.code == code:
            return each
    known = [*(each.code for each in RULES), *CODES, *SPHINX_CODES]
    raise UnknownRuleError(with_likely(f"no rule has the code '{code}'", code, known))
