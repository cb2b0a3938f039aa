"""Orders: filters, statistics, charts, an editable table, a form to add and a delete that asks first."""

from typing import Any

import tooljet_jupyter as tj

STATUSES = ["open", "paid", "shipped", "delivered", "returned"]

# An empty filter filters nothing. Each binding becomes a parameter of the database, never text.
FILTER = """
WHERE o.ordered_at >= {{components.since.value ?? '2000-01-01'}}
  AND o.ordered_at < date({{components.until.value ?? '2100-01-01'}}, '+1 day')
  AND ({{components.status.value ?? null}} IS NULL OR o.status = {{components.status.value ?? null}})
  AND ({{components.country.value ?? null}} IS NULL OR c.country = {{components.country.value ?? null}})
  AND c.name LIKE '%{{components.search.value}}%'
"""

ROWS = f"""
SELECT o.id, c.name AS customer, c.country, o.status, substr(o.ordered_at, 1, 10) AS ordered, o.total, o.note
FROM orders o JOIN customers c ON c.id = o.customer_id
{FILTER}
ORDER BY o.id DESC
LIMIT 20 OFFSET {{{{((components.ordersTable.pageIndex ?? 1) - 1) * 20}}}}
"""

NUMBERS = f"""
SELECT count(*) AS orders, coalesce(sum(o.total), 0) AS revenue, coalesce(avg(o.total), 0) AS average,
       coalesce(sum(o.status IN ('open', 'paid')), 0) AS waiting
FROM orders o JOIN customers c ON c.id = o.customer_id
{FILTER}
"""

MONTHS = f"""
SELECT substr(o.ordered_at, 1, 7) AS x, round(sum(o.total)) AS y
FROM orders o JOIN customers c ON c.id = o.customer_id
{FILTER}
GROUP BY 1 ORDER BY 1
"""

BY_SEGMENT = f"""
SELECT c.segment AS label, round(sum(o.total)) AS value
FROM orders o JOIN customers c ON c.id = o.customer_id
{FILTER}
GROUP BY 1 ORDER BY 2 DESC
"""

ADD = """
INSERT INTO orders (customer_id, status, ordered_at, total, note)
SELECT {{components.newCustomer.value}}, 'open', datetime('now'),
       round(price * {{components.newQuantity.value}}, 2), nullif({{components.newNote.value}}, '')
FROM products WHERE id = {{components.newProduct.value}};
INSERT INTO order_items (order_id, product_id, quantity, price)
SELECT last_insert_rowid(), id, {{components.newQuantity.value}}, price
FROM products WHERE id = {{components.newProduct.value}};
"""

REFRESH = ["orders", "numbers", "months", "bySegment"]


def compose(app: Any, shop: Any) -> None:
    """Put the app together on the sample business."""
    queries(app, shop)
    app.page("Orders", icon="IconShoppingCart")
    app.add(
        tj.Text(text="## Orders", text_format="markdown"),
        tj.Button(
            name="newOrder",
            text="New order",
            icon="IconPlus",
            icon_visible=True,
            on_click=tj.ShowModal("orderModal"),
        ),
        widths=[36, 5],
    )
    app.add(*filters())
    app.add(*statistics(), height=110)
    app.add(*charts(), widths=[2, 1], height=300)
    app.add(table(), height=560)
    app.add(
        tj.Text(text="Click a row to select it; edit status and note in place.", text_color="var(--tj-muted)"),
        tj.Button(
            name="deleteOrder",
            text=tj.expr(
                "components.ordersTable.selectedRow?.id ? `Delete order ${components.ordersTable.selectedRow.id}` : 'Delete order'"
            ),
            type="outline",
            text_color="var(--tj-danger)",
            border_color="var(--tj-danger)",
            disabled=tj.expr("!components.ordersTable.selectedRow?.id"),
            on_click=tj.RunQuery("deleteOrder"),
        ),
        widths=[34, 7],
    )
    app.add(modal())


def queries(app: Any, shop: Any) -> None:
    """Add what the app reads and writes."""
    live = {"run_on_load": True, "run_on_change": True}
    app.query("orders", shop, sql=ROWS, **live)
    app.query("numbers", shop, sql=NUMBERS, **live)
    app.query("months", shop, sql=MONTHS, **live)
    app.query("bySegment", shop, sql=BY_SEGMENT, **live)
    app.query(
        "customers", shop, sql="SELECT id AS value, name || ' · ' || country AS label FROM customers ORDER BY name LIMIT 500",
        run_on_load=True,
    )
    app.query(
        "products", shop, sql="SELECT id AS value, name AS label, price, stock FROM products ORDER BY name", run_on_load=True
    )
    app.query(
        "saveChanges",
        shop,
        mode="gui",
        operation="bulk_update_pkey",
        table="orders",
        primary_key_columns=["id"],
        records="{{Object.values(components.ordersTable.dataUpdates).map(row => "
        "({id: row.id, status: row.status, note: row.note}))}}",
        notify=True,
        success_message="Changes saved",
        on_success=REFRESH,
    )
    app.query(
        "addOrder",
        shop,
        sql=ADD,
        notify=True,
        success_message="Order added",
        on_success=[tj.CloseModal("orderModal"), tj.ControlComponent("orderForm", "resetForm"), *REFRESH],
    )
    app.query(
        "deleteOrder",
        shop,
        sql="DELETE FROM orders WHERE id = {{components.ordersTable.selectedRow.id}}",
        confirm=True,
        confirmation="Delete this order with all its items? This cannot be undone.",
        notify=True,
        success_message="Order deleted",
        on_success=REFRESH,
    )


def first_load(query: str) -> tj.Expr:
    """While there is nothing to show yet; later runs leave what is on screen where it is."""
    return tj.expr(f"queries.{query}.isLoading && !queries.{query}.data?.length")


def filters() -> list[tj.Component]:
    """What narrows everything on the page."""
    first_page = tj.SetTablePage("ordersTable", page=1)
    countries = "Germany France Spain Italy Poland Netherlands Sweden Japan Canada Brazil".split()
    return [
        tj.TextInput(
            name="search", label="Customer", placeholder="Search by name", show_clear_button=True, on_change=first_page
        ),
        tj.DropdownV2(
            name="status",
            label="Status",
            placeholder="All",
            show_clear_button=True,
            options=[tj.Option(label=status.capitalize(), value=status) for status in STATUSES],
            on_select=first_page,
        ),
        tj.DropdownV2(
            name="country",
            label="Country",
            placeholder="All",
            show_clear_button=True,
            options=[tj.Option(label=country, value=country) for country in sorted(countries)],
            on_select=first_page,
        ),
        tj.DatePickerV2(
            name="since",
            label="From",
            default_value=tj.expr("moment().subtract(12, 'months').startOf('month').format('YYYY-MM-DD')"),
            date_format="YYYY-MM-DD",
            on_select=first_page,
        ),
        tj.DatePickerV2(
            name="until",
            label="To",
            default_value=tj.expr("moment().format('YYYY-MM-DD')"),
            date_format="YYYY-MM-DD",
            on_select=first_page,
        ),
    ]


def statistics() -> list[tj.Component]:
    """The four numbers people ask for first."""
    whole = "Math.round(queries.numbers.data?.[0]?.{name} ?? 0).toLocaleString('en')"
    numbers = [("Orders", "orders", ""), ("Revenue", "revenue", "€ "), ("Average order", "average", "€ ")]
    shown: list[tj.Component] = [
        tj.Statistics(
            primary_label=label,
            primary_value=tj.expr(whole.replace("{name}", name)),
            primary_prefix=prefix,
            hide_secondary=True,
            loading=first_load("numbers"),
        )
        for label, name, prefix in numbers
    ]
    waiting = tj.Statistics(
        primary_label="Waiting to ship",
        primary_value=tj.expr(whole.replace("{name}", "waiting")),
        hide_secondary=True,
        loading=first_load("numbers"),
    )
    return [*shown, waiting]


def charts() -> list[tj.Component]:
    """How it went, and where orders stand."""
    return [
        tj.Chart(
            name="revenueChart",
            title="Revenue by month",
            type="bar",
            data=tj.expr("queries.months.data ?? []"),
            loading=first_load("months"),
        ),
        tj.Chart(
            name="segmentChart",
            title="Revenue by segment",
            type="pie",
            data=tj.expr("queries.bySegment.data ?? []"),
            loading=first_load("bySegment"),
        ),
    ]


def table() -> tj.Component:
    """The orders: status and note are edited in place and saved together."""
    return tj.Table(
        name="ordersTable",
        title="Orders",
        data=tj.expr("queries.orders.data ?? []"),
        loading=first_load("orders"),
        server_side_pagination=True,
        client_side_pagination=False,
        total_records=tj.expr("queries.numbers.data?.[0]?.orders ?? 0"),
        server_side_rows_per_page=20,
        rows_per_page=20,
        search=False,
        show_add_new_row_button=False,
        columns=[
            tj.Column(name="Order", key="id", type="number", size=90),
            tj.Column(name="Customer", key="customer", size=200),
            tj.Column(name="Country", key="country", size=130),
            tj.Column(
                name="Status",
                key="status",
                type="select",
                size=140,
                editable=True,
                options=[tj.Option(label=status.capitalize(), value=status) for status in STATUSES],
                auto_assign_colors=True,
            ),
            tj.Column(name="Ordered", key="ordered", type="datepicker", date_format="YYYY-MM-DD", size=130),
            tj.Column(name="Total", key="total", type="number", decimal_places=2, size=120),
            tj.Column(name="Note", key="note", size=240, editable=True),
        ],
        on_bulk_update=tj.RunQuery("saveChanges"),
    )


def modal() -> tj.Component:
    """The form to add an order."""
    form = tj.Form(
        name="orderForm",
        show_header=False,
        show_footer=False,
        border_color="transparent",
        on_submit=tj.RunQuery("addOrder"),
        children=[
            tj.DropdownV2(
                name="newCustomer",
                label="Customer",
                placeholder="Choose a customer",
                advanced=True,
                schema=tj.expr("queries.customers.data ?? []"),
                options_loading=tj.expr("queries.customers.isLoading"),
                mandatory=True,
            ),
            tj.DropdownV2(
                name="newProduct",
                label="Product",
                placeholder="Choose a product",
                advanced=True,
                schema=tj.expr("queries.products.data ?? []"),
                options_loading=tj.expr("queries.products.isLoading"),
                mandatory=True,
            ),
            tj.NumberInput(name="newQuantity", label="Quantity", value=1, min_value=1, max_value=99, mandatory=True),
            tj.TextArea(name="newNote", label="Note", placeholder="Anything the warehouse should know"),
        ],
    )
    return tj.ModalV2(
        name="orderModal",
        use_default_button=False,
        modal_height=440,
        header_height=60,
        footer_height=60,
        size="lg",
        children={
            "header": [tj.Text(text="### New order", text_format="markdown")],
            "body": [form],
            "footer": [
                tj.Button(
                    name="cancelOrder", text="Cancel", type="outline", on_click=tj.CloseModal("orderModal"),
                    layout=tj.Layout(10, 23, 9, 40),
                ),
                tj.Button(
                    name="submitOrder",
                    text="Add order",
                    loading=tj.expr("queries.addOrder.isLoading"),
                    on_click=tj.ControlComponent("orderForm", "submitForm"),
                    layout=tj.Layout(10, 33, 9, 40),
                ),
            ],
        },
    )
