"""Booking: a room for a day, extra wishes behind a switch, and tabs with what is booked."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query("rooms", SOURCE, sql="SELECT id AS value, name AS label FROM rooms ORDER BY name", run_on_load=True)
    app.query(
        "bookings",
        SOURCE,
        sql="SELECT id, room, day, hours FROM bookings WHERE day >= {{components.day.value ?? '2026-01-01'}}",
        run_on_load=True,
        run_on_change=True,
    )
    app.query(
        "book",
        SOURCE,
        sql="INSERT INTO bookings (room, day, wishes) VALUES ({{components.room.value}}, "
        "{{components.day.value}}, {{components.wishes.value}})",
        on_success=[tj.ShowAlert("Booked", kind="success"), "bookings"],
        on_failure=[
            tj.SetVariable("lastFailure", tj.expr("queries.book.error.message")),
            tj.ShowAlert("The room could not be booked", kind="error"),
        ],
    )
    app.page("Booking")
    app.add(
        tj.DropdownV2(
            name="room",
            label="Room",
            advanced=True,
            schema=tj.expr("(queries.rooms.data ?? []).slice(0, 100)"),
            mandatory=True,
        ),
        tj.DatePickerV2(name="day", label="Day", default_value="2026-01-05", date_format="YYYY-MM-DD", mandatory=True),
        tj.ToggleSwitchV2(name="extras", label="Extra wishes"),
        tj.TextInput(name="wishes", label="Wishes", visible=tj.expr("components.extras.value")),
        tj.Button(
            name="bookNow",
            text="Book",
            disabled=tj.expr("!components.room.value || !components.day.value"),
            loading=tj.expr("queries.book.isLoading"),
            on_click="book",
        ),
    )
    app.add(
        tj.Tabs(
            name="views",
            tab_items=[tj.TabItem(id="list", title="List"), tj.TabItem(id="numbers", title="Numbers")],
            default_tab="list",
            children={
                "list": [tj.Table(name="booked", data=tj.expr("queries.bookings.data ?? []"))],
                "numbers": [
                    tj.Text(
                        name="longest",
                        text=tj.expr("_.maxBy(queries.bookings.data ?? [], 'hours')?.room ?? 'Nothing is booked'"),
                    )
                ],
            },
        ),
        height=400,
    )
