"""A page of the documentation for every component, one for what events can do, and their index."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..components.action_spec import EventAction, event_actions
from ..components.spec import ActionSpec, Item, Prop, Spec, specs
from . import python
from .places import DOCS, notice

SPECS = "`tooljet_jupyter/components/specs/`"
ACTIONS = "`tooljet_jupyter/components/actions.toml`"


def files() -> dict[Path, str]:
    """The pages with their text."""
    folder = DOCS / "components"
    pages = {folder / f"{name}.md": page(spec) for name, spec in specs().items()}
    return {folder / "index.md": index(), folder / "event-actions.md": actions_page()} | pages


def index() -> str:
    """All components by group."""
    groups = sorted({spec.group for spec in specs().values()})
    parts = [f"<!-- {notice(SPECS)} -->", "# Components"]
    parts += [group_text(group) for group in groups]
    parts += ["What events can do is on the page [event actions](event-actions.md)."]
    return "\n\n".join(parts) + "\n"


def group_text(group: str) -> str:
    """The components of one group."""
    rows = [f"- [{s.display_name}]({s.name}.md): {s.doc}" for s in specs().values() if s.group == group]
    return f"## {group}\n\n" + "\n".join(rows)


def page(spec: Spec) -> str:
    """All about one component."""
    parts = [f"<!-- {notice(SPECS)} -->", f"# {spec.display_name}", spec.doc, about(spec)]
    parts += ["## Properties", *(section(spec, name) for name in spec.sections)]
    parts += [item_text(item) for item in spec.items.values()]
    parts += ["## Events", events(spec)] if spec.events else []
    parts += ["## Exposed values", exposed(spec)] if spec.exposes else []
    parts += ["## Actions", component_actions(spec)] if spec.actions else []
    parts += ["## What is inside", slots(spec)] if spec.slots else []
    return "\n\n".join(parts) + "\n"


def about(spec: Spec) -> str:
    """The type name and the size."""
    legacy = " It is kept for older apps." if spec.legacy else ""
    size = f"{spec.size.width} columns wide and {spec.size.height} pixels high"
    return f"Type `{spec.name}`, group {spec.group}; a new one is {size}.{legacy}"


def section(spec: Spec, name: str) -> str:
    """The properties of one section."""
    props = [prop for prop in spec.props.values() if prop.section == name]
    return f"### {name}\n\n" + prop_table(props)


def prop_table(props: Iterable[Prop]) -> str:
    """Properties as a table."""
    rows = [
        [
            f"`{p.key}`",
            f"`{p.name}`",
            values(p),
            f"`{python.value(p.default)}`",
            sentence(p.doc, p.deprecated),
        ]
        for p in props
    ]
    return table(["Key", "In Python", "Values", "Default", "What it is"], rows)


def prop_row(prop: Prop) -> list[str]:
    """One property as the cells of a table."""
    default = python.value(prop.default)
    return [
        f"`{prop.key}`",
        f"`{prop.name}`",
        values(prop),
        f"`{default}`",
        sentence(prop.doc, prop.deprecated),
    ]


def values(prop: Prop) -> str:
    """What a property may be."""
    if prop.choices:
        return ", ".join(f"`{choice.value}`" for choice in prop.choices)
    limits = [f"from {prop.min:g}"] if prop.min is not None else []
    limits += [f"to {prop.max:g}"] if prop.max is not None else []
    kind = f"list of `{prop.item}`" if prop.item else prop.type
    return " ".join([kind, *limits, *([prop.units] if prop.units else [])])


def item_text(item: Item) -> str:
    """The fields of one element of a list."""
    text = f"### {item.name}\n\n{item.doc} In Python `{item.type_name}`.\n\n{prop_table(item.props.values())}"
    rows = [[f"`{event.key}`", f"`{event.name}`", sentence(event.doc)] for event in item.events.values()]
    return f"{text}\n\n{table(['Event', 'In Python', 'When'], rows)}" if rows else text


def events(spec: Spec) -> str:
    """The events of a component as a table."""
    rows = [[f"`{e.key}`", f"`{e.name}`", sentence(e.doc, e.deprecated)] for e in spec.events.values()]
    return table(["Event", "In Python", "When"], rows)


def exposed(spec: Spec) -> str:
    """The exposed values of a component as a table."""
    rows = [[f"`{v.key}`", v.type, sentence(v.doc, v.deprecated)] for v in spec.exposes.values()]
    return table(["`components.<name>.`", "Type", "What it is"], rows)


def component_actions(spec: Spec) -> str:
    """The actions of a component as a table."""
    rows = [[f"`{call(action)}`", action_words(action)] for action in spec.actions.values()]
    return table(["Action", "What it does"], rows)


def call(action: ActionSpec) -> str:
    """How an action is called."""
    return f"{action.key}({', '.join(param.key for param in action.params)})"


def action_words(action: ActionSpec) -> str:
    """What an action and its arguments do."""
    params = [f"`{param.key}`: {sentence(param.doc)}" for param in action.params]
    return " ".join([sentence(action.doc, action.deprecated), *params])


def slots(spec: Spec) -> str:
    """The places for children."""
    rows = [[f"`{slot.name}`", f"`{parent(slot.suffix, slot.each)}`", sentence(slot.doc)] for slot in spec.slots]
    names = ", ".join(f"`{name}`" for name in spec.scope)
    scope = f"\n\nComponents inside can read {names}." if spec.scope else ""
    return table(["Slot", "Parent", "What it is"], rows) + scope


def parent(suffix: str, each: str) -> str:
    """The parent of the children of a slot."""
    ending = "<tab id>" if each == "tab" else suffix
    return f"<id>-{ending}" if ending else "<id>"


def actions_page() -> str:
    """What events can do."""
    parts = [f"<!-- {notice(ACTIONS)} -->", "# Event actions", "What can be done when something happens."]
    parts += [action_text(action) for action in event_actions().values()]
    return "\n\n".join(parts) + "\n"


def action_text(action: EventAction) -> str:
    """One action with its options."""
    known = [f"`{action.action_id}`", f"in Python `{action.name}`"]
    known += [f"in RunJS `actions.{action.js}`"] if action.js else []
    rows = [[f"`{o.key}`", f"`{o.name}`", o.names or o.type, sentence(o.doc)] for o in action.options.values()]
    text = f"## {action.name}\n\n{action.doc} ({', '.join(known)})"
    return f"{text}\n\n{table(['Option', 'In Python', 'Type', 'What it is'], rows)}" if rows else text


def sentence(words: str, deprecated: bool = False) -> str:
    """Words as a sentence that says when it is better not used."""
    return python.ended(words) + (" Deprecated." if deprecated else "")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(escaped(cell) for cell in line) + " |" for line in lines)


def escaped(cell: Any) -> str:
    """The text of a cell; a bar would end it."""
    return str(cell).replace("|", "\\|").replace("\n", " ")
