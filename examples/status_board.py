"""Status board: what needs attention today, as text, lists, tabs and markdown."""

from typing import Any

import tooljet_jupyter as tj

LATE = """
SELECT o.id, c.name, c.country, o.status, o.total, CAST(julianday('now') - julianday(o.ordered_at) AS INTEGER) AS days
FROM orders o JOIN customers c ON c.id = o.customer_id
WHERE o.status IN ('open', 'paid')
ORDER BY o.ordered_at LIMIT 40
"""

LOW = """
SELECT name, category, stock, price FROM products WHERE stock < 40 ORDER BY stock, name LIMIT 40
"""

TODAY = """
SELECT count(*) AS orders, coalesce(round(sum(total)), 0) AS revenue,
       (SELECT count(*) FROM orders WHERE status IN ('open', 'paid')) AS waiting,
       (SELECT count(*) FROM products WHERE stock < 40) AS low
FROM orders WHERE ordered_at >= date('now', '-7 days')
"""

ABOUT = """
## How to read this board

* **Waiting** lists orders that are open or paid and not shipped yet, the oldest first.
* **Low stock** lists products with fewer than 40 pieces left.

The numbers on top cover the **last seven days**. Everything comes from the sample business *shop*;
press **Refresh** to read it again.

| Where | What |
|---|---|
| Orders | [the Orders app](orders) adds, edits and deletes |
| Notebook | `examples/01-quickstart.ipynb` builds an app in ten lines |
"""


def compose(app: Any, shop: Any) -> None:
    """Put the board together on the sample business."""
    app.query("today", shop, sql=TODAY, run_on_load=True)
    app.query("late", shop, sql=LATE, run_on_load=True)
    app.query("low", shop, sql=LOW, run_on_load=True)
    app.page("Status", icon="IconActivity")
    app.add(
        tj.Text(text="## Status board", text_format="markdown"),
        tj.Button(
            name="refresh",
            text="Refresh",
            type="outline",
            icon="IconRefresh",
            icon_visible=True,
            loading=tj.expr("queries.late.isLoading || queries.low.isLoading"),
            on_click=["today", "late", "low"],
        ),
        widths=[36, 5],
    )
    app.add(*numbers(), height=110)
    app.add(tabs(), height=600)


def first_load(query: str) -> tj.Expr:
    """While there is nothing to show yet; Refresh leaves what is on screen where it is."""
    return tj.expr(f"queries.{query}.isLoading && !queries.{query}.data?.length")


def numbers() -> list[tj.Component]:
    """The week in four numbers."""
    one = "(queries.today.data?.[0]?.{name} ?? 0).toLocaleString('en')"
    wanted = [("Orders this week", "orders", ""), ("Revenue this week", "revenue", "€ ")]
    wanted += [("Waiting to ship", "waiting", ""), ("Low on stock", "low", "")]
    return [
        tj.Statistics(
            primary_label=label,
            primary_value=tj.expr(one.replace("{name}", name)),
            primary_prefix=prefix,
            hide_secondary=True,
            loading=first_load("today"),
        )
        for label, name, prefix in wanted
    ]


def tabs() -> tj.Component:
    """Two lists and a page of words."""
    return tj.Tabs(
        name="board",
        tab_items=[
            tj.TabItem(id="waiting", title="Waiting"),
            tj.TabItem(id="low", title="Low stock"),
            tj.TabItem(id="about", title="About this board"),
        ],
        default_tab="waiting",
        children={"waiting": [waiting()], "low": [low_stock()], "about": [about()]},
    )


def waiting() -> tj.Component:
    """Orders that wait, the oldest first."""
    return tj.Listview(
        name="waitingList",
        data=tj.expr("queries.late.data ?? []"),
        loading=first_load("late"),
        row_height=64,
        enable_pagination=True,
        rows_per_page=7,
        layout=tj.Layout(10, 1, 41, 520),
        children=[
            tj.Text(
                text=tj.expr("`Order ${listItem.id} · ${listItem.name}`"),
                font_weight="bold",
                layout=tj.Layout(5, 1, 22, 30),
            ),
            tj.Text(
                text=tj.expr("`${listItem.country}, ${listItem.status}`"),
                text_color="var(--tj-muted)",
                layout=tj.Layout(32, 1, 22, 26),
            ),
            tj.Text(
                text=tj.expr("`€ ${Number(listItem.total).toFixed(2)}`"),
                text_align="right",
                layout=tj.Layout(17, 24, 8, 30),
            ),
            tj.Text(
                text=tj.expr("listItem.days > 0 ? `waits for ${listItem.days} days` : 'since today'"),
                text_align="right",
                text_color=tj.expr("listItem.days > 7 ? 'var(--tj-danger)' : 'var(--tj-muted)'"),
                layout=tj.Layout(17, 32, 10, 30),
            ),
        ],
    )


def low_stock() -> tj.Component:
    """Products that run out."""
    return tj.Listview(
        name="lowList",
        data=tj.expr("queries.low.data ?? []"),
        loading=first_load("low"),
        mode="grid",
        columns=3,
        row_height=90,
        enable_pagination=True,
        rows_per_page=12,
        layout=tj.Layout(10, 1, 41, 520),
        children=[
            tj.Text(text=tj.expr("listItem.name"), font_weight="bold", layout=tj.Layout(10, 1, 30, 30)),
            tj.Text(
                text=tj.expr("listItem.category"), text_color="var(--tj-muted)", layout=tj.Layout(42, 1, 20, 26)
            ),
            tj.Text(
                text=tj.expr("listItem.stock ? `${listItem.stock} left` : 'Sold out'"),
                text_align="right",
                text_color=tj.expr("listItem.stock < 10 ? 'var(--tj-danger)' : 'var(--tj-warning)'"),
                layout=tj.Layout(42, 22, 20, 26),
            ),
        ],
    )


def about() -> tj.Component:
    """What the board shows, in words."""
    return tj.Text(text=ABOUT, text_format="markdown", vertical_alignment="top", layout=tj.Layout(10, 1, 41, 500))
