"""What is read and clicked: buttons, words, links, pictures, figures, charts."""

from tests.browser.differential.case import Case, step, switch, told
from tests.browser.differential.parts import app, on, part, query

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"

BUTTON = Case(
    app(
        part("Button", "save", text="Save", tooltip="Saves it"),
        part("Button", "icon", text="", icon="IconHome2", iconVisibility=True),
        part("Button", "off", text="Off", disabledState=True),
        part("Button", "wait", text="Wait", loadingState=True),
        part("Button", "gone", text="Gone", visibility=False),
        part("Button", "alert", on("onClick", "show-alert", message="Saved", alertType="success"), text="Alert"),
        part("Button", "bad", on("onClick", "show-alert", message="Bad", alertType="error"), text="Bad"),
        switch("disable", "save", "disable", disable=True),
        switch("hide", "icon", "visibility", visible=False),
        switch("rename", "off", "setText", text="Renamed"),
        switch("busy", "off", "loading", loading=True),
    ),
    [
        step("save", "click"),
        step("save", "hover"),
        step("icon", "click"),
        *told("alert", "bad", "alert"),
        step("$alerts", "dismiss", place=0),
        *told("disable", "rename", "busy", "hide"),
    ],
)

MARKDOWN = """# Title

Some *words* with [a link](https://example.com) and `code`.

- one
- two
  - inner

1. first

> said

| a | b |
|---|---|
| 1 | 2 |

---
"""

HTML = """<h2>Hi &amp; bye</h2><p>Some <b>bold</b> and <a href="https://example.com">there</a><br>x<p>Next
<ul><li>a<li>b</ul><table><tr><th>h<th>i<tr><td>d<td>e</table><button>no</button><script>bad()</script>
<img src="x.png" alt="Picture"><dl><dt>T<dd>D</dl><style>p{}</style><div hidden>secret</div>"""

WORDS = Case(
    app(
        part("Text", "plain", text="Hello **you**", tooltip="Why"),
        part("Text", "loud", text="Mixed Words here", transformation="uppercase"),
        part("Text", "mark", text=MARKDOWN, textFormat="markdown", height=420),
        part("Text", "html", text="<h3>Small</h3><p>a <i>b</i></p>", textFormat="html", height=80),
        part("Text", "off", text="Off", disabledState=True),
        part("Text", "wait", text="Wait", loadingState=True),
        part("Text", "none", text=""),
        part("Html", "page", rawHtml=HTML, height=300),
        part("Divider", "line", label="More"),
        part("Divider", "bare"),
        part("Link", "docs", linkText="Docs", linkTarget="https://example.com"),
        part("Link", "wait2", linkText="Waiting", linkTarget="https://example.com", loadingState=True),
        part("Link", "name", linkText="", linkTarget="", disabledState=True),
        part("Icon", "cart", icon="IconShoppingCartPlus"),
        part("Icon", "off2", icon="IconHome", disabledState=True, tooltip="Home"),
        switch("write", "plain", "setText", text="Written"),
        switch("hide", "cart", "setVisibility", visible=False),
    ),
    [
        step("plain", "click"),
        step("plain", "hover"),
        step("mark", "click", link="a link"),
        step("page", "click", link="there"),
        step("docs", "click"),
        step("cart", "click"),
        *told("write", "hide"),
    ],
)

PICTURES = Case(
    app(
        part("Image", "none", source="", height=60),
        part("Image", "dot", source=PIXEL, alternativeText="Dot", zoomButtons=True, rotateButton=True, height=120),
        part("Image", "bare", source=PIXEL, height=80),
        part("Image", "off", source=PIXEL, disabledState=True, height=60),
    ),
    [
        step("dot", "click"),
        step("dot", "zoom", by=1),
        step("dot", "zoom", by=-1),
        step("dot", "rotate"),
        step("bare", "click"),
    ],
)

STATISTICS = Case(
    app(
        part(
            "Statistics",
            "sales",
            height=140,
            primaryValueLabel="Sales",
            primaryValue=1234.5,
            secondaryValueLabel="Last",
            secondaryValue=-3,
            primaryPrefixText="$",
            primarySuffixText="k",
            secondarySignDisplay="negative",
        ),
        part(
            "Statistics",
            "one",
            height=120,
            primaryValueLabel="One",
            primaryValue="{{queries.bad.data?.[0]?.n}}",
            hideSecondary=True,
        ),
        part("Statistics", "wait", height=120, primaryValueLabel="Wait", loadingState=True),
        part("Statistics", "off", height=120, primaryValueLabel="Off", disabledState=True),
        part("Button", "run", on("onClick", "run-query", queryId="bad"), text="Run"),
        queries=[query("bad")],
    ),
    [step("sales", "click"), step("run", "click"), step("one", "retry"), step("one", "click")],
    {"bad": {"error": "No such table"}},
)

CHARTS = Case(
    app(
        part("Chart", "bars", height=220, title="Sales", type="bar", data=[{"x": "a", "y": 1}, {"x": "b", "y": 2}]),
        part("Chart", "none", height=160, title="", data=[]),
        part("Chart", "broken", height=220, title="Broken", plotFromJson=True, jsonDescription="{not json"),
        part("Chart", "json", height=200, plotFromJson=True, jsonDescription='{"data":[{"type":"sankey"}]}'),
        part("Chart", "wait", height=160, title="Wait", data="{{queries.bad.data}}", loadingState=True),
        part("Chart", "off", height=160, title="Off", disabledState=True),
        part("Chart", "bad", height=240, title="Bad", data="{{queries.bad.data}}"),
        part("Button", "run", on("onClick", "run-query", queryId="bad"), text="Run"),
        queries=[query("bad")],
    ),
    [step("run", "click"), step("bad", "retry"), step("bad", "unfold"), step("broken", "unfold")],
    {"bad": {"error": "No such table"}},
)

CASES = {"button": BUTTON, "words": WORDS, "pictures": PICTURES, "statistics": STATISTICS, "charts": CHARTS}
