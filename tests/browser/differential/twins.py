"""One app twice: in Chromium and without a browser. Every step is done in both, then both have to be the same."""

import difflib
import json
from collections.abc import Mapping
from typing import Any

from tests.browser.differential import hands, normal
from tests.browser.differential.stage import NOW, Stage
from tooljet_jupyter.headless.app import HeadlessApp
from tooljet_jupyter.headless.start import Start

Json = dict[str, Any]
PATIENCE_MS = 3_000
LOOK_MS = 15


class Twins:
    """The two, and how many steps they were compared after."""

    def __init__(self, stage: Stage, definition: Json, answers: Mapping[str, Json], device: str = "desktop") -> None:
        self.stage = stage
        self.definition = probed(definition)
        self.steps = 0
        start = Start(definition=self.definition, title="Trial", device=device, clock=NOW / 1000, confirms=None)
        self.headless = HeadlessApp(start, queries="stubbed")
        for query in definition["queries"]:
            told = answers.get(query["id"], {"data": []})
            if "error" in told:
                self.headless.fail(query["name"], told["error"])
            else:
                self.headless.stub(query["name"], told["data"])
        self.engine = self.headless._running()
        stage.open(start.json(), dict(answers))

    def do(self, target: str, kind: str, **detail: Any) -> None:
        """Do one thing in both, and compare."""
        hands.do(self, target, kind, detail)
        # Off the page at once: what the pointer would rest on when a menu or a dialog goes depends on the layout.
        self.stage.page.mouse.move(1, 1)
        self.engine.do("gesture", target=target, kind=kind, detail=detail)
        self.engine.do("gesture", target="$page", kind="hover", detail={})
        self.compare(f"{kind} {target} {detail or ''}")

    def compare(self, after: str) -> None:
        """Fail where the two differ; Chromium gets the time it takes to draw."""
        self.steps += 1
        here = self.seen_here()
        waited = 0
        while self.differs(here) and waited < PATIENCE_MS:
            self.stage.page.wait_for_timeout(LOOK_MS)
            waited += LOOK_MS
        there = [*self.values_there(), *self.tree_there()]
        if there != [*here[0], *here[1]]:
            raise AssertionError(f"after {after}:\n{difference(there, [*here[0], *here[1]])}\n{self.logs()}")

    def differs(self, here: tuple[list[str], list[str]]) -> bool:
        """Say whether Chromium shows something else; the tree, which costs more, is asked for last."""
        return self.values_there() != here[0] or self.tree_there() != here[1]

    def seen_here(self) -> tuple[list[str], list[str]]:
        """Return values and page without a browser."""
        values = json.loads(self.engine.do("read", expression="components.probe.text"))
        tree = normal.of_headless(self.engine.do("sees"))
        return spoken(values), normal.lines(tree, self.tooltips())

    def values_there(self) -> list[str]:
        """Return the values in Chromium."""
        return spoken(self.stage.values())

    def tree_there(self) -> list[str]:
        """Return the page in Chromium."""
        return normal.lines(normal.of_chromium(self.stage.tree()), self.tooltips())

    def tooltips(self) -> set[str]:
        """Return the words of the app's tooltips."""
        parts = [part for page in self.definition["pages"] for part in page["components"]]
        return {str(part["props"]["tooltip"]) for part in parts if part["props"].get("tooltip")}

    def component(self, name: str) -> Json:
        """Return a component of any page by its name."""
        base = name.split("@")[0]
        found = [part for page in self.definition["pages"] for part in page["components"] if part["name"] == base]
        return dict(found[0])

    def logs(self) -> str:
        """Return what both logged, for a failure."""
        there = [f"{line['source']['name']}: {line['message']}" for line in self.stage.told("log")]
        here = [f"{line.source}: {line.message}" for line in self.engine.log]
        return f"log in Chromium: {there}\nlog headless: {here}"

    def close(self) -> None:
        """End the one without a browser; the tab is used again."""
        self.headless.close()


def probed(definition: Json) -> Json:
    """Return an app in which a text on every page says all values there are."""
    made = [{**page, "components": [*page["components"], *probe(page)]} for page in definition["pages"]]
    return {**definition, "pages": made}


def probe(page: Json) -> list[Json]:
    """Return the text of a page, in a disabled box: what is in it is not in the accessible tree."""
    names = ", ".join(f"{part['name']}: components.{part['name']}" for part in page["components"])
    query = "([name, query]) => [name, {data: query.data, error: query.error}]"
    queries = f"Object.fromEntries(Object.entries(queries).map({query}))"
    said = (
        f"components: {{{names}}}, variables, queries: {queries}, page: {{name: page.name, variables: page.variables}}"
    )
    words = {"text": f"{{{{JSON.stringify({{{said}}})}}}}", "showOnMobile": True, "showOnDesktop": True}
    box = placed("Container", "probebox", page["id"], disabledState=True, showHeader=False)
    return [box, {**placed("Text", "probe", page["id"]), "parent": box["id"], "props": words}]


def placed(kind: str, name: str, page: str, **props: Any) -> Json:
    """Return a component far below the others."""
    layout = {"desktop": {"top": 6000, "left": 0, "width": 20, "height": 40}}
    return {
        "id": f"{name}-{page}",
        "name": name,
        "type": kind,
        "parent": None,
        "props": props,
        "layouts": layout,
        "events": [],
    }


def spoken(values: Any, path: str = "") -> list[str]:
    """Return every value on a line of its own, for a difference that can be read."""
    if isinstance(values, dict) and values:
        return [line for key in sorted(values) for line in spoken(values[key], f"{path}.{key}" if path else key)]
    return [normal.story(f"{path} = {json.dumps(values, sort_keys=True)}")]


def difference(there: list[str], here: list[str]) -> str:
    """Return the lines that differ, with what is around them."""
    return "\n".join(difflib.unified_diff(there, here, "Chromium", "headless", lineterm="", n=3))
