"""Fields of parts that data can give, and those that it gives of a step or a premise.

Data behind a text is of its claim. A field that a claim has not is of the step by
whose sign the text stands, or of the premise that it is in a reconstruction.
"""

from collections.abc import Container, Mapping
from typing import Any, Final

from argmap.formats.codec import record_of
from argmap.model import Claim, Counterpoint, Inference, Premise, Question
from argmap.model.kinds import ListOf

KEY: Final = "argdown"
"""The key in `data` under which stands what only Argdown knows."""
_IN_TEXT: Final = {
    *("id", "text", "title", "tags", "data"),
    *("premises", "conclusion", "target", "claim", "answers", "exclusive"),
}


def _fields_in_data(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields that the text does not say, lists behind the others."""
    fields = [each for each in record_of(kind).fields if each.name not in _IN_TEXT]
    fields.sort(key=lambda each: isinstance(each.kind, ListOf))
    return tuple(each.name for each in fields)


CLAIM_FIELDS: Final = _fields_in_data(Claim)
"""The fields of a claim that its data can give."""
INFERENCE_FIELDS: Final = _fields_in_data(Inference)
COUNTERPOINT_FIELDS: Final = _fields_in_data(Counterpoint)
PREMISE_FIELDS: Final = _fields_in_data(Premise)
QUESTION_FIELDS: Final = _fields_in_data(Question)
STEP_ID: Final = "step-id"
"""The key behind a text below a sign for the id of its step."""
STEP_KEYS: Final = {
    STEP_ID,
    *INFERENCE_FIELDS,
    *COUNTERPOINT_FIELDS,
    *PREMISE_FIELDS,
}.difference(CLAIM_FIELDS)
"""The keys behind a text below a sign that speak of its step."""

QUESTION: Final = "question"
"""The key behind a text that is a question, and not a claim."""
EXCLUSIVE: Final = "exclusive"
"""The value under it of one whose answers exclude each other."""
RESTATES: Final = "restates"
"""The key that names what a claim says again."""
PREFERRED: Final = "preferred-to"
"""The key that names what counts for less than a claim or a step."""


def split(
    data: Mapping[str, Any], keys: Container[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what stands under these keys, and the rest.

    >>> split({"scheme": "sign", "page": 3}, STEP_KEYS)
    ({'scheme': 'sign'}, {'page': 3})
    """
    if not data:  # as most have none
        return {}, {}
    own = {key: value for key, value in data.items() if key in keys}
    return own, {key: value for key, value in data.items() if key not in keys}
