"""Tickets: a support desk with counts, a table, a dialog to read a ticket and one to write a new one."""

import tooljet_jupyter as tj
from tooljet_jupyter.notebook.composition import Composition

SOURCE = "postgresql"


def compose(app: Composition) -> None:
    """Put the app together."""
    app.query(
        "summary",
        SOURCE,
        sql="SELECT status, count(*) AS tickets FROM tickets GROUP BY status ORDER BY 2 DESC",
        run_on_load=True,
    )
    app.query("tickets", SOURCE, sql="SELECT id, subject, status, opened FROM tickets ORDER BY id", run_on_load=True)
    app.query(
        "comments",
        SOURCE,
        sql="SELECT id, author, body FROM comments WHERE ticket_id = {{components.tickets.selectedRow.id}}",
    )
    app.query(
        "createTicket",
        SOURCE,
        sql="INSERT INTO tickets (subject, priority) VALUES "
        "({{components.subject.value}}, {{components.priority.value}})",
        notify=True,
        success_message="Ticket created",
        on_success=[tj.CloseModal("newTicket"), "tickets", "summary"],
    )
    app.page("Tickets")
    app.add(
        tj.Text(
            name="mostOf",
            text=tj.expr("queries.summary.data?.[0] ? `Most are ${queries.summary.data[0].status}` : 'No tickets'"),
        ),
        tj.Button(name="openNew", text="New ticket", on_click=tj.ShowModal("newTicket")),
    )
    app.add(
        tj.Table(
            name="tickets",
            data=tj.expr("queries.tickets.data ?? []"),
            show_add_new_row_button=False,
            on_row_clicked=["comments", tj.ShowModal("readTicket")],
        ),
        height=400,
    )
    app.add(read_ticket())
    app.add(new_ticket())


def read_ticket() -> tj.Component:
    """The dialog with what was said about a ticket."""
    return tj.ModalV2(
        name="readTicket",
        use_default_button=False,
        hide_close_button=True,
        hide_on_escape=False,
        close_on_outside_click=False,
        children={
            "header": [tj.Text(name="readHead", text="Comments")],
            "body": [
                tj.Listview(
                    name="commentList",
                    data=tj.expr("queries.comments.data ?? []"),
                    children=[tj.Text(name="comment", text=tj.expr("`${listItem.author ?? 'Somebody'} wrote`"))],
                )
            ],
            "footer": [tj.Button(name="closeRead", text="Close", on_click=tj.CloseModal("readTicket"))],
        },
    )


def new_ticket() -> tj.Component:
    """The dialog to write a ticket."""
    priorities = [tj.Option(label=name, value=name, default=name == "normal") for name in ("low", "normal", "high")]
    return tj.ModalV2(
        name="newTicket",
        use_default_button=False,
        children={
            "header": [tj.Text(name="newHead", text="New ticket")],
            "body": [
                tj.TextInput(name="subject", label="Subject", mandatory=True, max_length=80),
                tj.DropdownV2(name="priority", label="Priority", options=priorities),
            ],
            "footer": [
                tj.Button(
                    name="create",
                    text="Create",
                    loading=tj.expr("queries.createTicket.isLoading"),
                    disabled=tj.expr("!components.subject.isValid"),
                    on_click="createTicket",
                )
            ],
        },
    )
