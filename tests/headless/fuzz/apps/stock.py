"""Stock: products as cards, how many are double, and a way to take goods in."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query("products", SOURCE, sql="SELECT id, name, category, stock FROM products ORDER BY name", run_on_load=True)
    app.query(
        "takeIn",
        SOURCE,
        sql="UPDATE products SET stock = stock + {{parseInt(components.quantity.value) || 0}} "
        "WHERE id = {{components.product.value}}",
        notify=True,
        success_message="Taken in",
        on_success=["products"],
    )
    app.page("Stock")
    app.add(
        tj.Text(
            name="doubles",
            text=tj.expr(
                "(queries.products.data ?? []).length - "
                "new Set((queries.products.data ?? []).map(product => product.name)).size + ' double names'"
            ),
        )
    )
    app.add(
        tj.DropdownV2(
            name="product",
            label="Product",
            advanced=True,
            schema=tj.expr(
                "(queries.products.data ?? []).slice(0, 200)"
                ".map(product => ({label: product.name ?? '?', value: product.id}))"
            ),
        ),
        tj.TextInput(name="quantity", label="Quantity", placeholder="12"),
        tj.Text(
            name="level",
            text=tj.expr(
                "/^\\d+$/.test(components.quantity.value) ? "
                "`Takes in ${parseInt(components.quantity.value)} pieces` : 'How many?'"
            ),
        ),
        tj.Button(
            name="take",
            text="Take in",
            disabled=tj.expr("!components.product.value || !(parseInt(components.quantity.value) > 0)"),
            loading=tj.expr("queries.takeIn.isLoading"),
            on_click="takeIn",
        ),
    )
    app.add(
        tj.Listview(
            name="cards",
            data=tj.expr("queries.products.data ?? []"),
            enable_pagination=True,
            rows_per_page=8,
            children=[
                tj.Text(name="cardName", text=tj.expr("listItem.name ?? 'Without a name'")),
                tj.Text(
                    name="cardStock", text=tj.expr("`${listItem.stock ?? 0} left`"), layout=tj.Layout(40, 1, 20, 30)
                ),
            ],
        ),
        height=400,
    )
