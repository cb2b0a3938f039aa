"""Tables of the ToolJet Database to test with, and the options of queries on them."""

import datetime

from tooljet_jupyter.drivers.driver import Run

KEY = {"is_primary_key": True, "is_not_null": True}
CUSTOMERS = [
    {"column_name": "id", "data_type": "serial", "constraints_type": KEY},
    {"column_name": "name", "data_type": "character varying", "constraints_type": {"is_not_null": True}},
    {"column_name": "vip", "data_type": "boolean", "column_default": "false"},
    {"column_name": "details", "data_type": "jsonb"},
    {"column_name": "since", "data_type": "timestamp with time zone", "column_default": "now()"},
    {"column_name": "score", "data_type": "double precision"},
]
ORDERS = [
    {
        "column_name": "id",
        "data_type": "integer",
        "column_default": 'nextval("x_id_seq"',
        "keytype": "PRIMARY KEY",
    },
    {"column_name": "customer", "data_type": "integer"},
    {"column_name": "total", "data_type": "bigint"},
]
MAY = datetime.datetime(2024, 5, 1, 8, tzinfo=datetime.UTC)


class Tables:
    """A store, its operations with the options of ToolJet's queries."""

    def __init__(self, driver):
        self.driver = driver

    def run(self, operation, **options):
        return self.driver.run(operation, options, Run())

    def rows(self, operation, **options):
        return self.run(operation, **options).data


def entries(values):
    """A column map as ToolJet stores it: the keys mean nothing."""
    return {f"key-{name}": {"column": name, "value": value} for name, value in values.items()}


def where(column, operator, value):
    return {
        "3f": {"column": column, "operator": operator, "value": value, "id": "3f"},
        "0": {"column": "", "value": ""},
    }
