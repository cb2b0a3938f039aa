"""How a run ends: the app comes to rest, and what a person can still do there is tried."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from ...errors import ToolJetError
from ...templates.bindings import sole_expression
from .filling import FIELDS, never_right
from .findings import Finding
from .hands import choices
from .literal import flat
from .memory import Memory
from .round import owned
from .session import Session
from .steps import Answering, Doing, Releasing, Waiting

# Long enough for every message to go and every timer to run.
REST_SECONDS = 60.0
# Who has not found a way out after so many tries has none.
TRIES = 14
SWITCHES = (*FIELDS, "Checkbox", "ToggleSwitch", "ToggleSwitchV2", "Tabs")
LISTS = ("Table", "Listview")


class Ending:
    """Looks for dead ends where a run stopped."""

    def __init__(self, session: Session, memory: Memory) -> None:
        self.session = session
        self.memory = memory
        self.app = session.app
        self.facts = session.facts

    def judge(self) -> None:
        """Let the app come to rest, and judge what can be done there."""
        for query in sorted(self.session.held):
            self.session.do(Releasing(query))
        self.session.do(Waiting(REST_SECONDS))
        for look in (self.waits, self.cannot_show, self.trapped, self.stuck, self.never_right):
            if not self.session.over:
                look()

    def say(self, kind: str, place: str, what: str, proof: str, steps: int | None = None) -> None:
        """Keep what was found; `steps` of the script lead there."""
        self.keep(Finding(kind, place, what, proof), len(self.session.steps) if steps is None else steps)

    def keep(self, finding: Finding, steps: int) -> None:
        """Keep a finding, once."""
        self.memory.known.add(finding.key)
        if finding.key not in {known.key for known, _ in self.session.found}:
            self.session.found.append((finding, steps))

    def waits(self) -> None:
        """Look for what still waits when there is nothing to wait for."""
        look = self.session.look
        for owner, part in owned(look.seen) if look else ():
            name = self.facts.name(owner)
            if part.states.get("busy") and name:
                self.say(
                    "waiting",
                    name,
                    f"{name} shows that it loads, although every query has answered",
                    f'assert not [part for part in app.sees() if part.states.get("busy")], "{name} still waits"',
                )

    def cannot_show(self) -> None:
        """Look for lists that are given something else than a list."""
        page = self.session.look.page if self.session.look else ""
        for name, code in self.lists(page):
            test = "typeof value === 'object' && !Array.isArray(value) && !(value instanceof Set) && !_.isEmpty(value)"
            try:
                wrong = self.app.read(f"((value) => {test})({code})")
            except ToolJetError:
                # It throws, and the log has said so.
                continue
            if wrong:
                what = f"{name} is given an object where it takes a list of rows, and shows nothing"
                self.say("shape", name, what, f"assert isinstance(app.read({flat(code)}), list)")

    def lists(self, handle: str) -> Iterable[tuple[str, str]]:
        """Yield the components of a page that show rows, with the code of these rows."""
        page = next(page for page in self.facts.definition["pages"] if page["handle"] == handle)
        for component in page["components"]:
            data = component["props"].get("data")
            if component["type"] in LISTS and isinstance(data, str) and "listItem" not in data:
                code = sole_expression(data)
                if code:
                    yield component["name"], code

    def trapped(self) -> None:
        """Look for a way out of an open dialog, and off a page that no menu leads away from."""
        dialog = self.dialog()
        if dialog:
            self.leave(dialog, f"The dialog {dialog} cannot be closed", lambda: self.dialog() != dialog)
            return
        page = self.page()
        if self.session.used and not self.targets():
            self.leave(page["name"], f"Nothing at all can be done on the page {page['name']} any more", self.targets)
        if page["id"] == self.first_page():
            return
        if not any(choice.target == "$page" for choice in choices(self.session)):
            self.leave(page["name"], f"Nothing leads away from the page {page['name']}", lambda: self.page() != page)

    def leave(self, place: str, what: str, is_out: Callable[[], object]) -> None:
        """Try to get out of somewhere."""
        if ("trapped", place) in self.memory.known:
            return
        before = len(self.session.steps)
        # What can be done there and does not help.
        vain = {one["target"] for one in self.session.gestures()}
        if self.attempt(is_out) is not None:
            known = f" - {flat(vain)}" if vain else ""
            proof = f'assert {{one["target"] for one in app.gestures()}}{known}, "no way out of {place}"'
            self.say("trapped", place, what, proof, before)

    def stuck(self) -> None:
        """Look for controls that a person used and cannot use any more."""
        for control in self.lost_controls():
            if ("stuck", control) in self.memory.known:
                continue
            before = len(self.session.steps)
            again = [step for step in self.session.steps[:before] if isinstance(step, Doing)]
            if self.attempt(lambda control=control: control in self.targets(), again) is not None:  # type: ignore[misc]
                what = f"{control} cannot be used any more after it was used once, whatever else is done"
                proof = f'assert {flat(control)} in {{one["target"] for one in app.gestures()}}'
                self.say("stuck", control, what, proof, before)
            if self.session.over:
                return

    def lost_controls(self) -> list[str]:
        """Return what was used and cannot be used now: fields, and buttons whose query failed."""
        now, found = self.targets(), {}
        for target in self.session.used:
            kind = self.facts.components.get(target, {}).get("type")
            if kind in SWITCHES or target in self.session.failed_by:
                found[target] = target not in now and self.is_here(target)
        return [target for target, lost in found.items() if lost]

    def never_right(self) -> None:
        """Look for fields that accept nothing."""
        before = len(self.session.steps)
        for finding in never_right(self.session, self.memory):
            self.keep(finding, before)

    def attempt(self, done: Callable[[], object], first: Iterable[Doing] = ()) -> list[str] | None:
        """Do what can be done until something is so; return what was tried in vain, or None where it helped."""
        for query, known in self.facts.answers.items():
            if self.session.moods.get(query, "usual") != "usual" and known.moods():
                self.session.do(Answering(query, "usual"))
        tried: Counter[tuple[str, str]] = Counter()
        waiting = list(first)[-TRIES:]
        for _ in range(TRIES + len(waiting)):
            if self.session.over or done():
                return None
            step = waiting.pop(0) if waiting else self.least_tried(tried)
            if step is None:
                break
            tried[step.target, step.kind] += 1
            self.session.do(step)
        return None if self.session.over or done() else sorted({target for target, _ in tried})

    def least_tried(self, tried: Counter[tuple[str, str]]) -> Doing | None:
        """Return what was done least so far; clicks before fields, which may need another value each time."""
        found = choices(self.session)
        if not found:
            return None
        best = min(found, key=lambda one: (tried[one.target, one.kind], one.kind == "set"))
        return best.step(tried[best.target, best.kind])

    def targets(self) -> set[str]:
        """Return what can be used now."""
        found = {choice.target for choice in choices(self.session)}
        self.memory.usable |= found
        return found

    def is_here(self, target: str) -> bool:
        """Say whether a component is on this page, and nothing lies over the page."""
        return self.dialog() is None and any(target == part["name"] for part in self.page()["components"])

    def dialog(self) -> str | None:
        """Return the dialog in front, by its name."""
        look = self.session.look
        parts = [part for part in (look.seen if look else ()) if part.role == "dialog"]
        names = [self.facts.name(part.instance or "") or part.name for part in parts]
        # The panels of a table call themselves dialogs, too, and close like any menu.
        own = [name for name in names if self.facts.components.get(name, {}).get("type") == "ModalV2"]
        return own[-1] if own else None

    def page(self) -> dict[str, Any]:
        """Return the page that is shown."""
        handle = self.session.look.page if self.session.look else None
        found: dict[str, Any] = next(page for page in self.facts.definition["pages"] if page["handle"] == handle)
        return found

    def first_page(self) -> str:
        """Return the id of the page that the app opens with."""
        definition = self.facts.definition
        return str(definition.get("homePage") or definition["pages"][0]["id"])
