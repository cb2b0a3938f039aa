"""The one place where the two trees are made comparable: every difference that is not compared, with its reason."""

import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

# Boxes of the layout: Chromium lists them where they have a style of their own, and nobody is told of them.
TRANSPARENT = {
    "generic",
    "none",
    "presentation",
    "RootWebArea",
    "document",
    "LabelText",
    "DescriptionList",
    "Figcaption",
    "rowgroup",
    "sectionfooter",
    "sectionheader",
    "SectionFooter",
    "SectionHeader",
    "strong",
    "emphasis",
    "code",
    "mark",
    "time",
    "deletion",
    "insertion",
    "subscript",
    "superscript",
    "Abbr",
    "MenuListPopup",
    "LayoutTable",
    "LayoutTableRow",
    "LayoutTableCell",
    "Pre",
    "Ruby",
    "Section",
    "section",
    "Legend",
}
# How a text is drawn, not what it says: line boxes, the dots of a list, ends of lines.
DRAWN = {"InlineTextBox", "LineBreak", "ListMarker"}
# The same thing by two names.
ROLES = {"DisclosureTriangle": "disclosure", "Details": "group", "DateTime": "Date", "img": "image"}
# What such a field holds is its value; Chromium lists the text in it once more.
HOLDS_VALUE = {"textbox", "searchbox", "spinbutton", "Date"}
# A picture is one thing, whatever it is drawn with: Plotly's letters are not read one by one.
WHOLE = {"image"}
# Rows and cells are called by all the words in them, which are compared where they stand.
CALLED_BY_CONTENT = {"row", "gridcell", "cell", "columnheader", "rowheader", "listitem", "term", "definition"}
# States that are compared. Left out: what Chromium does not compute a tree node for (aria-current, aria-sort), what
# follows from the role (editable, settable, multiline), where the focus is, and ids of other nodes.
STATES = {"disabled", "checked", "expanded", "selected", "pressed", "invalid", "required", "level", "busy", "readonly"}
# Of a box to tick Chromium does not tell that it is required.
NOT_ON = {"required": {"checkbox", "switch"}}
# `level` is a heading's; of list items it is their depth, which the nesting says. Only
# cells say that they are readonly.
ONLY_ON = {"level": {"heading"}, "readonly": {"gridcell"}}
# False where it is told at all; headless tells these only where they hold.
TOLD_WHEN_TRUE = {"disabled", "invalid", "required", "busy", "readonly"}


@dataclass
class Node:
    """One thing as it is compared."""

    role: str
    name: str = ""
    value: str = ""
    description: str = ""
    states: Json = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    modal: bool = False


HOVERED = re.compile(r"\w+\.onRowHovered;")


def of_chromium(nodes: list[Json]) -> list[Node | str]:
    """Return the tree that Chromium computed."""
    known = {node["nodeId"]: node for node in nodes}

    def parts(node: Json) -> list[Node | str]:
        role = node.get("role", {}).get("value", "")
        if role in DRAWN:
            return []
        inside = [part for child in node.get("childIds", []) if child in known for part in parts(known[child])]
        if node.get("ignored") or role in TRANSPARENT:
            return inside
        name = str(node.get("name", {}).get("value", ""))
        if role == "StaticText":
            return [name]
        value = node.get("value", {}).get("value", "")
        if role == "spinbutton":
            # A field without a number is 0 to Chromium; what is written in it counts.
            value = "".join(part for part in inside if isinstance(part, str))
        description = str(node.get("description", {}).get("value", ""))
        said = {prop["name"]: prop["value"].get("value") for prop in node.get("properties", [])}
        modal = said.get("modal") is True
        return [Node(ROLES.get(role, role), name, str(value), description, said, inside, modal)]

    (root,) = [node for node in nodes if "parentId" not in node]
    return uncovered(parts(root))


def uncovered(parts: list[Node | str]) -> list[Node | str]:
    """Leave out what an open dialog covers: `aria-modal` hides it from its users, and Chromium leaves that to them."""
    front = max((at for at, part in enumerate(parts) if isinstance(part, Node) and part.modal), default=-1)
    if front < 0:
        return parts
    said = [part for part in parts[:front] if isinstance(part, Node) and part.role in ("status", "alert")]
    return [*said, *parts[front:]]


def of_headless(raw: Json) -> list[Node | str]:
    """Return the tree that the engine saw."""

    def part(seen: Json | str) -> Node | str:
        if isinstance(seen, str):
            return seen
        inside = [part(child) for child in seen.get("children", [])]
        return Node(
            seen["role"],
            seen.get("name", ""),
            seen.get("value", ""),
            seen.get("description", ""),
            seen.get("states", {}),
            inside,
        )

    return [part(child) for child in raw["children"]]


def lines(parts: list[Node | str], tooltips: set[str], depth: int = 0) -> list[str]:
    """Return the tree as text; `tooltips` are the words of the app's own tooltips."""
    found: list[str] = []
    for part in joined(parts):
        indent = "  " * depth
        if isinstance(part, str):
            found.append(f"{indent}- {part}")
            continue
        inside = children(part)
        if part.role == "image" and not part.name:
            # An icon beside words.
            continue
        found.append(f"{indent}- {head(part, tooltips, inside)}")
        found += lines(inside, tooltips, depth + 1)
    return found


def head(node: Node, tooltips: set[str], inside: list[Node | str]) -> str:
    """Return role, name, value, description and states on one line."""
    name = plain(node.name)
    if node.role in CALLED_BY_CONTENT and (inside or node.role in ("row", "listitem", "definition")):
        name = ""
    said = [node.role, *([repr(name)] if name else []), *([f"= {plain(node.value)!r}"] if node.value else [])]
    description = plain(described(node, tooltips))
    said += [f"({description})"] if description and description != name else []
    return " ".join([*said, *states(node)])


def described(node: Node, tooltips: set[str]) -> str:
    """Return the description where both have to say it."""
    # A dialog is described by its body, which follows.
    if node.role == "dialog":
        return ""
    # Mantine writes a tooltip into the page while the pointer rests there; headless always tells it.
    return "" if node.description in tooltips else node.description


def states(node: Node) -> list[str]:
    """Return the states that are compared."""
    found = []
    for key in sorted(STATES & set(node.states)):
        value = node.states[key]
        told = str(value).lower() if not (key == "busy" and value == 1) else "true"
        if node.role not in ONLY_ON.get(key, {node.role}) or node.role in NOT_ON.get(key, set()):
            continue
        if key in TOLD_WHEN_TRUE and told != "true":
            continue
        found.append(f"[{key}={told}]")
    return found


def children(node: Node) -> list[Node | str]:
    """Return what is compared inside a thing."""
    if node.role in HOLDS_VALUE | WHOLE:
        return []
    if node.role == "combobox":
        return [child for child in node.children if isinstance(child, Node)]
    inside = joined(node.children)
    # Words that the name has said already.
    return [] if inside == [plain(node.name)] and isinstance(inside[0], str) else inside


def joined(parts: list[Node | str]) -> list[Node | str]:
    """Return parts with neighbouring words in one: where lines break and which box they are in is the style's."""
    found: list[Node | str] = []
    for part in parts:
        if isinstance(part, Node):
            found.append(part)
        elif plain(part):
            before = found.pop() if found and isinstance(found[-1], str) else ""
            found.append(f"{before}{plain(part)}")
    return found


def plain(text: str) -> str:
    """Return words without the spaces between them: whether there is one depends on the style of their boxes."""
    return re.sub(r"\s+", "", text)


def story(line: str) -> str:
    """Return a line of values with the first `onRowHovered` of each table only.

    When the pointer leaves a row between two steps, Chromium tells the frame later than the host: whether the next
    step hovers the row anew is a matter of milliseconds. That hovering fires at all, and when first, is compared.
    """
    seen: set[str] = set()

    def first(found: "re.Match[str]") -> str:
        known = found[0] in seen
        seen.add(found[0])
        return "" if known else found[0]

    return HOVERED.sub(first, line)
