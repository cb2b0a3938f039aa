"""An app in a page that is no Jupyter's and reaches no server, as in VS Code or Colab: all comes by the kernel."""

import base64
import json

import pytest
from playwright.sync_api import expect

import tooljet_jupyter as tj
from tests.services.demo import TOKEN

PAGE = """<!doctype html><title>Bare</title><div id="output"></div>
<script>
window.outbox = [];
const listeners = new Map();
window.traits = {};
window.model = {
  get: name => window.traits[name],
  on: (name, run) => listeners.set(name, [...(listeners.get(name) ?? []), run]),
  off: (name, run) => listeners.set(name, (listeners.get(name) ?? []).filter(other => other !== run)),
  send: message => window.outbox.push(JSON.stringify(message)),
};
window.hear = (message, buffers) => {
  const views = buffers.map(text => new DataView(Uint8Array.from(atob(text), one => one.charCodeAt(0)).buffer));
  for (const run of listeners.get('msg:custom') ?? []) run(message, views);
};
</script>"""
RENDER = """async traits => {
  window.traits = traits;
  const address = URL.createObjectURL(new Blob([traits._esm], { type: 'text/javascript' }));
  const { default: widget } = await import(address);
  widget.render({ model: window.model, el: document.getElementById('output') });
}"""


class BarePage:
    """A page with a widget in it, and the comm between them, played by the test."""

    def __init__(self, page, app):
        self.page = page
        self.app = app
        self.answers = []
        app.send = lambda message, buffers=(): self.answers.append((message, list(buffers)))
        app._session.outputs._send = app.send
        page.route("http://bare.example/", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        page.goto("http://bare.example/")
        app.publish()
        page.evaluate(RENDER, {name: getattr(app, name) for name in app.keys if name != "layout"})

    def until(self, locator):
        """Carry messages until something is to be seen."""
        for _ in range(600):
            if locator.count():
                return
            self.carry()
        expect(locator).to_have_count(1)

    def carry(self):
        """Take messages to the kernel, and its answers back."""
        for text in self.page.evaluate("window.outbox.splice(0)"):
            self.app._asked(self.app, json.loads(text), [])
        while self.answers:
            message, buffers = self.answers.pop(0)
            coded = [base64.b64encode(buffer).decode() for buffer in buffers]
            self.page.evaluate("([message, buffers]) => window.hear(message, buffers)", [message, coded])
        self.page.wait_for_timeout(50)


@pytest.fixture
def bare(page, demo_server):
    """A small app in such a page."""
    app = tj.App("Bare", workspace=tj.connect(demo_server.url, TOKEN))
    shop = app.workspace.source("shop")
    app.query(
        "orders", shop, sql="SELECT count(*) AS n FROM orders WHERE id < {{components.most.value}}", run_on_load=True
    )
    app.add(tj.NumberInput(name="most", label="Most", value=11))
    app.add(tj.Button(name="ask", text="Ask", on_click=lambda: setattr(app.components.said, "text", "Python was here")))
    app.add(tj.Text(name="said", text="nothing"), tj.Text(name="n", text="{{queries.orders.data[0].n}} orders"))
    return BarePage(page, app)


def test_queries_and_functions_go_by_the_kernel(bare):
    asked = []
    bare.page.on("request", lambda request: asked.append(request.url))
    frame = bare.page.frame_locator(".tj-Widget iframe").frame_locator("iframe")
    bare.until(frame.get_by_text("10 orders", exact=True))
    frame.get_by_role("button", name="Ask", exact=True).click()
    bare.until(frame.get_by_text("Python was here", exact=True))
    frame.get_by_label("Most").fill("6")
    bare.until(bare.page.locator(".tj-Widget"))
    for _ in range(20):
        bare.carry()
    assert bare.app.components.most.value == 6
    assert [url for url in asked if url.startswith("http")] == []
