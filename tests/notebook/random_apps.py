"""Apps at random: every component type and action, nesting, ids of any form, and values that are hard to write."""

from hypothesis import strategies as st

import tooljet_jupyter as tj
from tooljet_jupyter.components.action_spec import event_actions
from tooljet_jupyter.components.spec import specs
from tooljet_jupyter.notebook.composition import Composition

SPECS = specs()
KINDS = [*SPECS, "FromTheFuture"]
EDGES = ["", '"', "'", "\\", "\n", "{{", "}}", '"""', "'''", "\r\n", "\t"]
EDGES += ["é", "日本", "🦉", "\u2028", "\x00", "None", "#"]
SQL = "SELECT *\nFROM orders\nWHERE id = {{components.a.value}}\n  AND note LIKE '%{{x}}\\n%'"
TEXTS = st.one_of(
    st.sampled_from(["orders", "{{queries.orders.data}}", "{{ a ? 'x' : \"y\" }}", "Total: {{n}} of {{m}}", SQL]),
    st.lists(st.sampled_from(EDGES) | st.text(max_size=6), max_size=5).map("".join),
)
NUMBERS = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
NAMES = st.one_of(
    st.sampled_from(["table", "ordersTable", "list", "class", "tj", "app", "a b", "a-b", "1st", "größe", "text1"]),
    st.text(min_size=1, max_size=8),
)
SIDES = st.integers(0, 800) | st.floats(0, 43, allow_nan=False).map(lambda side: round(side, 2))
PLACES = st.fixed_dictionaries({side: SIDES for side in ("top", "left", "width", "height")})
LAYOUTS = st.fixed_dictionaries({}, optional={"desktop": PLACES, "mobile": PLACES})
KEYS = st.text(min_size=1, max_size=6)
EXTRA: st.SearchStrategy = st.just({}) | st.dictionaries(KEYS, JSON, max_size=2)
EVENT_IDS = st.sampled_from(["derived", "missing"]) | st.text(max_size=6)


def props(kind):
    """Return properties of a component or an element: some of its own, in whatever form, and unknown ones."""
    own = {key: values(prop, SPECS[kind].items) for key, prop in SPECS[kind].props.items()} if kind in SPECS else {}
    lists = {key: value for key, value in own.items() if SPECS[kind].props[key].item}
    return st.tuples(some(own), some(lists), EXTRA).map(lambda parts: parts[0] | parts[1] | parts[2])


def some(values_by_key):
    """Return objects with a few of these keys."""
    chosen = st.lists(st.sampled_from(sorted(values_by_key)), max_size=6, unique=True) if values_by_key else st.just([])
    return chosen.flatmap(lambda keys: st.fixed_dictionaries({key: values_by_key[key] for key in keys}))


def values(prop, items):
    """Return values of a property: its default, what fits, and what does not."""
    fitting = [st.just(prop.default), JSON]
    if prop.choices:
        fitting.append(st.sampled_from([choice.value for choice in prop.choices]))
    if prop.type == "boolean":
        fitting.append(st.booleans())
    if prop.item in items:
        shape = items[prop.item]
        elements = some({key: st.just(part.default) | JSON for key, part in shape.props.items()})
        fitting += [st.lists(elements, max_size=3), st.lists(elements | JSON, max_size=3)]
    return st.one_of(fitting)


@st.composite
def events(draw, names, targets, refs):
    """Return stored events: as people make them, and with anything in them; `targets` are ids by noun."""
    found = []
    for number in range(draw(st.integers(0, 4))):
        action = draw(st.sampled_from(sorted(event_actions().values(), key=lambda action: action.action_id)))
        usual = {key: usual_option(part, targets) for key, part in action.options.items() if part.written}
        odd = {key: option(part, targets) for key, part in action.options.items()}
        options = draw(st.fixed_dictionaries(usual) | some(odd))
        event = {"id": draw(EVENT_IDS), "eventId": draw(st.sampled_from(names) | KEYS), "actionId": action.action_id}
        if event["id"] == "missing":
            del event["id"]
        elif event["id"] == "derived":
            event["id"] = number
        if refs and draw(st.booleans()):
            event["ref"] = draw(st.sampled_from(refs))
        found.append(event | options | draw(WHEN))
    return found


def usual_option(part, targets):
    """Return values that an option has in an app that works."""
    if targets.get(part.names):
        return st.sampled_from(targets[part.names])
    if part.choices:
        return st.sampled_from(part.choices)
    forms = {"boolean": st.booleans(), "number": NUMBERS, "array": st.lists(JSON, max_size=2), "any": JSON}
    forms |= {"object": st.dictionaries(st.sampled_from(["who", "n"]) | KEYS, JSON, max_size=2), "params": PARAMS}
    return forms.get(part.type, TEXTS)


PARAMS = st.lists(JSON, max_size=3).map(
    lambda found: [{"handle": str(place), "value": value} for place, value in enumerate(found)]
)
WHEN = st.fixed_dictionaries({}, optional={"debounce": st.none() | st.integers(), "runOnlyIf": st.none() | TEXTS})


def option(part, targets):
    """Return values of an option of an action."""
    if part.names:
        return st.sampled_from([*(found for ids in targets.values() for found in ids), "nobody"]) | JSON
    fitting = [st.just(part.default), JSON]
    if part.type == "params":
        fitting.append(PARAMS)
    return st.one_of(fitting)


@st.composite
def components(draw, page):
    """Return the components of a page in any order, some inside others; without events."""
    count = draw(st.integers(0, 6))
    found = []
    for number in range(count):
        kind = draw(st.sampled_from(KINDS))
        name = draw(NAMES)
        identity = draw(st.sampled_from([f"{page}-part{number}", f"{number}", f"{page}-{name}"]))
        parent = draw(st.none() | st.sampled_from([*(part["id"] for part in found), "gone"]))
        suffix = draw(st.sampled_from(["", "", "-header", "-footer", "-body", "-tab 1", "-"]))
        found.append(
            {
                "id": identity if all(identity != part["id"] for part in found) else f"{page}.{number}",
                "name": name,
                "type": kind,
                "parent": parent and parent + suffix,
                "props": draw(props(kind)),
                "layouts": draw(LAYOUTS),
                "extra": draw(EXTRA),
            }
        )
    return draw(st.permutations(found))


@st.composite
def queries(draw):
    """Return queries of every kind; without events."""
    found = []
    for number, name in enumerate(draw(st.lists(NAMES, max_size=3, unique=True))):
        options = draw(st.dictionaries(st.sampled_from(sorted(OPTIONS)) | KEYS, JSON, max_size=5))
        kind = draw(st.sampled_from(["runjs", "runpy", "restapi", "sqlite", "postgresql", ""]))
        for given in draw(st.lists(st.sampled_from(FORMS), max_size=2)):
            options |= given
        source = draw(st.none() | st.sampled_from(["s1", "s2"]))
        identity = draw(st.sampled_from([f"query-{name}", f"q{number}"]))
        found.append({"id": identity, "name": name, "kind": kind, "source": source, "options": options})
    return found


OPTIONS = {"runOnPageLoad", "query", "mode", "code", "sql", "name", "self", "transformation", "confirm"}
FORMS = [
    {"mode": "sql", "query": SQL},
    {"code": "return 1;\n"},
    {"enableTransformation": True, "transformationLanguage": "javascript", "transformation": "return data\n"},
    {"parameters": [{"name": "n", "defaultValue": 3}]},
]


@st.composite
def apps(draw):
    """Return a whole definition."""
    handles = draw(st.lists(st.sampled_from(["home", "a", "b-c", "", "ä"]), max_size=3, unique=True))
    pages = []
    for handle in handles:
        identity = draw(st.sampled_from([f"page-{handle}", f"p{handle}"]))
        page = {"id": identity, "name": draw(NAMES), "handle": handle, "icon": draw(st.none() | TEXTS)}
        page |= {"hidden": draw(st.booleans() | TEXTS), "disabled": draw(st.booleans() | TEXTS), "extra": draw(EXTRA)}
        pages.append(page | {"components": draw(components(identity))})
    definition = {"pages": pages, "queries": draw(queries()), "extra": draw(EXTRA), "settings": draw(SETTINGS)}
    targets = {
        "page": [page["id"] for page in pages],
        "query": [query["id"] for query in definition["queries"]],
        "component": [part["id"] for page in pages for part in page["components"]],
    }
    for page in pages:
        page["events"] = draw(events(["onPageLoad"], targets, []))
        for part in page["components"]:
            spec = SPECS.get(part["type"])
            names = sorted(spec.events) if spec and spec.events else ["onClick"]
            part["events"] = draw(events([*names, "onClick", "onChange"], targets, ["", "x", *refs(part["props"])]))
    for query in definition["queries"]:
        query["events"] = draw(events(["onDataQuerySuccess", "onDataQueryFailure"], targets, []))
    for record in every(definition):
        for event in record["events"]:
            if isinstance(event.get("id"), int):
                event["id"] = f"{record['id']}-event-{event['id']}"
    home = st.sampled_from([None, "nowhere", *(page["id"] for page in pages)])
    return definition | {"homePage": draw(home)}


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "canvasMaxWidth": st.integers(300, 2000),
        "appMode": st.sampled_from(["light", "dark", "auto"]),
        "hideHeader": st.booleans(),
        "allowedHosts": st.lists(TEXTS, max_size=2),
        "canvasBackgroundColor": TEXTS,
        "extra": EXTRA,
    },
)


def every(definition):
    """Return everything that has events."""
    parts = [part for page in definition["pages"] for part in page["components"]]
    return [*definition["pages"], *definition["queries"], *parts]


def refs(found):
    """Return what events of elements may name."""
    lists = [value for value in found.values() if isinstance(value, list)]
    elements = [item for value in lists for item in value if isinstance(item, dict)]
    return [str(item[key]) for item in elements for key in ("key", "name", "id") if key in item]


@st.composite
def grids(draw):
    """Return apps whose places are found by rows, widths and heights, and inside things by their order."""
    app = Composition()
    for number in range(draw(st.integers(1, 4))):
        parts = [draw(PARTS)() for _ in range(draw(st.integers(1, 4)))]
        free = draw(st.integers(0, 1))
        widths = draw(st.none() | st.lists(st.integers(1, 12), min_size=len(parts) + free, max_size=len(parts) + free))
        height = draw(st.none() | st.integers(4, 60).map(lambda tens: tens * 10))
        if number and draw(st.integers(0, 3)) == 0:
            app.page(f"Page {number}")
        app.add(*parts, widths=widths, height=height)
    return app


PARTS = st.sampled_from(
    [
        tj.Text,
        tj.Button,
        tj.Table,
        tj.Chart,
        lambda: tj.TextInput(label="Name"),
        lambda: tj.TextInput(label=""),
        lambda: tj.Statistics(hide_secondary=True),
        lambda: tj.Container(children=[tj.Text(), tj.TextInput(label="a"), tj.Container(children=[tj.Button()])]),
        lambda: tj.Form(
            children={"header": [tj.Text()], "body": [tj.TextArea()], "footer": [tj.Button(), tj.Button()]}
        ),
        lambda: tj.Listview(children=[tj.Text(), tj.Image()]),
        lambda: tj.ModalV2(use_default_button=False, children=[tj.Text()]),
        lambda: tj.Tabs(children={"0": [tj.Text()], "1": [tj.Table()]}),
    ]
)
