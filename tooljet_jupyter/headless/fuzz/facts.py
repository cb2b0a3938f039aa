"""What is known of an app before it runs: its queries' answers, who shows what, what fields ask for."""

import re
from dataclasses import dataclass, field
from typing import Any

from ...templates.bindings import is_template
from .answers import Answers, answers
from .uses import codes

Json = dict[str, Any]
# A binding that is what one field holds.
FIELD = re.compile(r"components\??\.(\w+)\??\.(?:value|values|selectedOption|selectedDate)")
# A binding that is what was chosen among rows.
CHOSEN = re.compile(r"\b(selectedRow|selectedRecord|rowData|clickedDataPoint)\b")
QUERY = re.compile(r"queries\??\.(\w+)")


@dataclass
class Facts:
    """An app as its definition says it is."""

    definition: Json
    answers: dict[str, Answers]
    # Names of components by their ids, and components by their names.
    names: dict[str, str] = field(default_factory=dict)
    components: dict[str, Json] = field(default_factory=dict)
    # Per page: the queries whose answers its components show.
    shown: dict[str, set[str]] = field(default_factory=dict)
    # Per query: its bindings that are fields, and those that are choices, by their expressions.
    fields: dict[str, list[str]] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)

    def name(self, instance: str) -> str:
        """Return the name of the component that an instance is of; '' for none."""
        return self.names.get(instance.partition("@")[0], "")

    def props(self, name: str) -> Json:
        """Return the fixed properties of a component."""
        return {key: value for key, value in self.components[name]["props"].items() if not is_template(value)}


def facts(definition: Json) -> Facts:
    """Return what the definition of an app says."""
    found = Facts(definition, answers(definition))
    for page in definition["pages"]:
        shown = found.shown.setdefault(page["handle"], set())
        for component in page["components"]:
            found.names[component["id"]] = component["name"]
            found.components.setdefault(component["name"], component)
            for code in codes(component["props"]):
                shown |= set(QUERY.findall(code))
    for query in definition["queries"]:
        spoken = codes(query["options"])
        found.fields[query["name"]] = [code for code in spoken if FIELD.fullmatch(code.strip())]
        found.chosen[query["name"]] = [code for code in spoken if CHOSEN.search(code)]
    return found
