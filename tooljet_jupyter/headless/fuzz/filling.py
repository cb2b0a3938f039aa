"""Forms that nobody can send: fields that accept nothing, buttons that stay grey with everything filled in."""

import json
from collections.abc import Iterator

from ...errors import ToolJetError
from .facts import Facts
from .findings import Finding
from .hands import Choice, choices
from .literal import flat
from .memory import Memory
from .round import owned
from .session import Session
from .steps import Doing, Step

FIELDS = ("TextInput", "TextArea", "NumberInput", "DatePickerV2", "DropdownV2", "MultiselectV2")
# A field that has refused so many values, the ones that it asks for among them, accepts nothing.
VALUES = 8
# A button that was grey so often, and never else, stays grey.
OFTEN = 8


def never_right(session: Session, memory: Memory) -> Iterator[Finding]:
    """Try to fill in each field so that it is accepted, and yield those where that cannot be done."""
    for choice in choices(session):
        component = session.facts.components.get(choice.target)
        asked = component and component["type"] in FIELDS and choice.kind == "set" and choice.details
        if session.over or not component or not asked or choice.target in memory.valid:
            continue
        # A rule of the builder's own may ask for what nobody could guess.
        if "{{" not in str(component["props"].get("customRule", "")) and not accepts(session, choice):
            name, value = choice.target, flat(choice.details[0]["value"])
            what = f"{name} accepts nothing: whatever is put into it is refused"
            yield Finding("never", name, what, f"app.set({flat(name)}, {value})\nassert app.components.{name}.isValid")
        else:
            memory.valid.add(choice.target)


def accepts(session: Session, choice: Choice) -> bool:
    """Try the values of a field until one is right."""
    for detail in choice.details[:VALUES]:
        session.do(Doing(choice.target, "set", json.dumps(detail)))
        if session.over or is_valid(session, choice.target):
            return True
    return False


def is_valid(session: Session, name: str) -> bool:
    """Say whether a field is accepted as it is."""
    try:
        return session.app.read(f"components[{json.dumps(name)}].isValid") is not False
    except ToolJetError:
        # It is gone.
        return True


def note_grey(session: Session, memory: Memory) -> None:
    """Note the buttons that cannot be used although everything is filled in."""
    look = session.look
    for owner, part in owned(look.seen) if look else ():
        name = session.facts.name(owner)
        if part.role == "button" and part.states.get("disabled") and kind_of(session.facts, name) == "Button":
            memory.refused[name] += 1
            memory.first.setdefault(name, tuple(session.steps))


def kind_of(facts: Facts, name: str) -> str:
    """Return the type of a component."""
    return str(facts.components.get(name, {}).get("type"))


def always_grey(memory: Memory) -> Iterator[tuple[Finding, tuple[Step, ...]]]:
    """Yield the buttons that nobody could use in any run."""
    for name, count in memory.refused.items():
        if count >= OFTEN and name not in memory.usable:
            what = f"{name} can never be used: it stays disabled, also with everything filled in and rows chosen"
            proof = f'assert {flat(name)} in {{one["target"] for one in app.gestures()}}'
            yield Finding("never", name, what, proof), memory.first[name]
