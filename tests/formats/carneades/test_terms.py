"""Laws of the names of statements."""

from hypothesis import given, strategies as st

from argmap.formats.carneades.terms import count_arguments, in_words, normal, parts

WORDS = st.sampled_from(
    ["a", "volvo", "two words", "'a, b'", '"(c"', "that(x,y)", "[]"]
)
NAMES = st.sampled_from(["price", "knows", "¬p"])


@given(NAMES, st.lists(WORDS, min_size=1), st.sampled_from(["", " ", "  "]))
def test_blanks_around_signs_do_not_count(
    name: str, arguments: list[str], blank: str
) -> None:
    """A term is the same with blanks around its signs, but not inside its words."""
    inside = f"{blank},{blank}".join(arguments)
    term = f"{name}({blank}{inside}{blank})"

    assert normal(term) == f"{name}({','.join(arguments)})"
    assert parts(normal(term)) == (name, arguments)


@given(st.text("abc(), '\"[]%é\n"))
def test_any_name_has_one_normal_form(name: str) -> None:
    """What is normal stays as it is, and any text can be taken apart."""
    once = normal(name)

    assert normal(once) == once
    assert parts(name)[0] in name
    if "(" not in name:
        assert once == name
        assert parts(name) == (name, [])


@given(NAMES, st.lists(WORDS, min_size=1, max_size=3), st.text("%sv x", max_size=8))
def test_words_of_a_term(name: str, arguments: list[str], template: str) -> None:
    """A template says the arguments in their order, a doubled sign is the sign."""
    term = f"{name}({','.join(arguments)})"
    count = count_arguments(template)
    key = f"{name}/{len(arguments)}"

    assert in_words(term, {}) == ""
    if count == len(arguments):
        words = in_words(term, {key: template})
        assert words.count(arguments[0]) >= template.count(arguments[0])
        left = len(template) - 2 * count - template.count("%%")
        assert len(words) == left + sum(map(len, arguments))
