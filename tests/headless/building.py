"""Small apps for tests of the headless engine."""

from itertools import count

from tooljet_jupyter.notebook.load import load

ids = count()


def component(kind, name, events=(), **props):
    """Return a component whose id is its name."""
    layouts = {"desktop": {"top": 0, "left": 0, "width": 10, "height": 40}}
    return {"id": name, "name": name, "type": kind, "props": props, "layouts": layouts, "events": list(events)}


def on(event, action, **options):
    """Return an event handler."""
    return {"id": f"event{next(ids)}", "eventId": event, "actionId": action, **options}


def sql(name, text="SELECT 1", events=(), **options):
    """Return a query on a source."""
    options = {"mode": "sql", "query": text, **options}
    return {"id": name, "name": name, "kind": "sqlite", "source": "shop", "options": options, "events": list(events)}


def script(name, code, **options):
    """Return a RunJS query."""
    return {"id": name, "name": name, "kind": "runjs", "options": {"code": code, **options}}


def page(handle, *components, events=()):
    """Return a page."""
    name = handle.capitalize()
    return {"id": handle, "name": name, "handle": handle, "components": list(components), "events": list(events)}


def definition(*components, queries=(), pages=(), **settings):
    """Return a definition of one page, or of several."""
    pages = list(pages) or [page("home", *components)]
    return {"homePage": pages[0]["id"], "pages": pages, "queries": list(queries), "settings": settings}


def app_of(*components, queries=(), pages=(), settings=None, way="auto", **given):
    """Return an app, not loaded yet; `way` is how its queries run."""
    return load(definition(*components, queries=queries, pages=pages, **(settings or {})), queries=way, **given)
