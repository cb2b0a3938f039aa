"""An output of an app, played by a test: it says what a page says and keeps what it hears."""

from typing import Any

import tooljet_jupyter as tj


class Output:
    """One output that shows an app."""

    def __init__(self, app: tj.App, view: str = "one") -> None:
        self.app = app
        self.view = view
        self.heard: list[dict[str, Any]] = []
        hearers = app.__dict__.setdefault("_hearers", [])
        hearers.append(self.heard.append)
        app._session.outputs._send = lambda message: tell(hearers, message)
        self.number = 0
        self.say("hello")

    def say(self, kind: str, **message: Any) -> None:
        """Send a message to the kernel."""
        self.app._asked(self.app, {"kind": kind, "view": self.view, **message}, [])

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Return what was heard of a kind."""
        return [message for message in self.heard if message["kind"] == kind]

    def change(self, component: str, key: str, value: Any, **exposed: Any) -> None:
        """A person changes a value."""
        self.number += 1
        setting = {"kind": "component", "of": component, "key": key, "value": value}
        news = {"instance": component, "exposed": {key: value, **exposed}, "large": []}
        self.say("state", number=self.number, settings=[setting], exposed=[news])

    def call(self, component: str, event: str, **more: Any) -> None:
        """An event calls the function that the definition names."""
        found = [one for page in self.app.definition["pages"] for one in page["components"] if one["name"] == component]
        callback = next(one["callback"] for one in found[0]["events"] if one["eventId"] == event)
        given = {"callback": callback, "component": component, "instance": found[0]["id"], "values": {}, "row": None}
        self.say("callback", call=f"call-{len(self.heard)}", event=event, **{**given, **more})

    def answer(self, **answer: Any) -> None:
        """Answer the last question."""
        self.say("answer", id=self.of("ask")[-1]["ask"], **answer)


def tell(hearers: list[Any], message: dict[str, Any]) -> None:
    """Give a message of the kernel to every output, as the page does."""
    for hear in hearers:
        hear(message)
