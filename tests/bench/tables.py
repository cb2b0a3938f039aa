"""The table of 100,000 rows in a browser: how soon it is there, and how it scrolls."""

from dataclasses import dataclass

from tests.bench.bench import Bench
from tests.bench.components import large_table
from tests.bench.visit import opened, visitor

APP = "large"
SCRIPT = "return await when(() => document.querySelectorAll('[role=row][data-index]').length > 5);"
ARRIVED = """() => {
  const runs = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('/run'));
  return performance.timeOrigin + runs.at(-1).responseEnd;
}"""
# A wheel turned for 150 frames, each a little faster: over the table, then over a tall and empty box.
SCROLL = """async empty => {
  const frame = () => new Promise(requestAnimationFrame);
  const found = () => {
    let scroller = document.querySelector('[role=row][data-index]').parentElement;
    while (scroller.scrollHeight <= scroller.clientHeight + 100) scroller = scroller.parentElement;
    return scroller;
  };
  const made = () => {
    const scroller = document.createElement('div');
    scroller.style.cssText = 'position:fixed;inset:0;overflow:auto;background:white;z-index:9999';
    scroller.appendChild(document.createElement('div')).style.height = '4000000px';
    return document.body.appendChild(scroller);
  };
  const scroller = empty ? made() : found();
  const gaps = [];
  await frame();
  let last = await frame();
  for (let index = 0; index < 150; index += 1) {
    scroller.scrollTop += 20 + index * 20;
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  if (scroller.scrollTop < 1000) throw new Error('nothing was scrolled');
  return Math.max(...gaps);
}"""


@dataclass
class Shown:
    """What a visit found."""

    paint_ms: float
    worst_frame_ms: float = 0
    worst_empty_ms: float = 0


def shown(bench: Bench, *, scroll: bool = False) -> Shown:
    """Open the app in a fresh browser and measure."""
    release(bench)
    with visitor(bench, SCRIPT) as context:
        page, frame, at = opened(context, bench.product, APP)
        found = Shown(float(at) - float(page.evaluate(ARRIVED)))
        if scroll:
            found.worst_frame_ms = round(frame.evaluate(SCROLL, False), 1)
            found.worst_empty_ms = round(frame.evaluate(SCROLL, True), 1)
        return found


def release(bench: Bench) -> None:
    """Release the app unless it is there."""
    product = bench.product
    if any(app["slug"] == APP for app in product.call("GET", "tooljet/api/apps")):
        return
    [source] = product.call("GET", "tooljet/api/sources")
    product.release(APP, large_table(source["id"]))
