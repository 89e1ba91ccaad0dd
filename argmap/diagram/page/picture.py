"""The picture on a page: each claim in it is a link to what there is to say of it."""

from xml.etree import ElementTree as ET

from argmap.diagram.page.elements import Element, anchor


def picture(svg: str, key: str, summary: str) -> tuple[Element, str]:
    """Return a picture, known by its key, in which each claim is a link, and its rules.

    These are its style sheet, which goes where the page's is, and the styles that
    elements have of their own: the page allows no others.
    """
    root = ET.fromstring(svg)  # noqa: S314 - we have written it
    rules: list[str] = []
    own: dict[str, str] = {}
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2]
        if each.tag == "style":
            rules.append((each.text or "").replace("@media ", "@media screen and "))
        if looks := each.attrib.pop("style", ""):
            name = own.setdefault(looks, f"own{len(own)}")
            each.set("class", f"{each.get('class', '')} {name}".strip())
        if each.get("class") == "claim":
            _link(each, key)
        elif each.get("class") == "reference":
            part_id = each.get("href", "").removeprefix(f"#{key}-")
            each.set("href", f"#{anchor('part', part_id)}")
        elif each.tag == "a":  # in words: no link may be inside another one
            each.tag = "tspan"
            del each.attrib["href"]
    for each in [each for each in root if each.tag in ("desc", "style", "title")]:
        root.remove(each)
    root.set("role", "group")
    root.attrib.pop("aria-labelledby", None)
    root.set("aria-label", summary)
    rules += [
        f"#{key} .{name}{{{looks.replace(';', '!important;')}!important}}"
        for looks, name in own.items()
    ]
    return root, "".join(rules)


def _link(claim: Element, key: str) -> None:
    part_id = claim.get("id", "").removeprefix(f"{key}-")
    claim.tag = "a"
    claim.set("href", f"#{anchor('part', part_id)}")
    claim.set("data-parts", part_id)
    del claim.attrib["role"]
