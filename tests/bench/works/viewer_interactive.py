"""An app opened in a browser, until somebody can work with it."""

from tests.bench.bench import Bench
from tests.bench.components import hundred
from tests.bench.rounds import alone
from tests.bench.visit import opened, visitor
from tests.bench.work import Goal, Reading, Work

APP = "hundred"
# Interactive: all components are on the screen, and a text shows what was typed into an input.
SCRIPT = """
await when(() => document.querySelectorAll('[data-instance]').length === 100
  && document.querySelector('[data-name=textinput0] input')
  && document.querySelector('[data-name=text0]').textContent.includes('start 0'));
const input = document.querySelector('[data-name=textinput0] input');
input.focus();
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, 'hello');
input.dispatchEvent(new Event('input', { bubbles: true }));
return await when(() => document.querySelector('[data-name=text0]').textContent.includes('hello'));
"""


def measure(bench: Bench) -> Reading:
    """Open the app with an empty cache, type, and wait for the answer."""
    bench.product.release(APP, hundred())
    visit(bench)
    return alone(lambda: visit(bench), note="empty browser cache")


def visit(bench: Bench) -> float:
    """Return the milliseconds from the address to the answer."""
    with visitor(bench, SCRIPT) as context:
        page, _, at = opened(context, bench.product, APP)
        return float(at) - float(page.evaluate("performance.timeOrigin"))


WORK = Work(
    name="viewer_interactive",
    sentence="Open an app of 100 components in Chromium until a text shows what was typed",
    unit="ms",
    goal=Goal("value", "most", 1000),
    yardstick=None,
    measure=measure,
)
