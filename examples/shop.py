"""A business to practise on: customers, products, orders and order items, made up from a fixed seed."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

SEED = 20260101
CUSTOMERS = 4_000
PRODUCTS = 160
ORDERS = 200_000
DAYS = 730

SCHEMA = """
CREATE TABLE customers (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, country TEXT NOT NULL,
    segment TEXT NOT NULL CHECK (segment IN ('consumer', 'business', 'public')), created_at TEXT NOT NULL
);
CREATE TABLE products (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL,
    price NUMERIC NOT NULL CHECK (price >= 0), stock INTEGER NOT NULL
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
    status TEXT NOT NULL CHECK (status IN ('open', 'paid', 'shipped', 'delivered', 'returned')),
    ordered_at TEXT NOT NULL, total NUMERIC NOT NULL, note TEXT
);
CREATE TABLE order_items (
    id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id INTEGER NOT NULL REFERENCES products (id), quantity INTEGER NOT NULL CHECK (quantity > 0),
    price NUMERIC NOT NULL
);
"""
INDEXES = """
CREATE INDEX orders_ordered_at ON orders (ordered_at);
CREATE INDEX orders_status ON orders (status, ordered_at);
CREATE INDEX orders_customer ON orders (customer_id);
CREATE INDEX order_items_order ON order_items (order_id);
"""
FIRST = "Ada Ben Chloe Dara Emil Farah Goran Hana Ivo Jana Kofi Lena Milo Nora Omar Pia Quinn Rosa Sven Tara".split()
LAST = "Adler Becker Costa Dahl Evans Fischer Garcia Horvat Ito Jensen Kaya Lopez Moreau Novak Okafor Patel".split()
COUNTRIES = "Germany France Spain Italy Poland Netherlands Sweden Japan Canada Brazil".split()
CATEGORIES = {
    "Office": "Desk Chair Lamp Shelf Whiteboard Organiser Footrest Clock".split(),
    "Electronics": "Monitor Keyboard Mouse Headset Webcam Dock Speaker Charger".split(),
    "Kitchen": "Kettle Toaster Grinder Blender Scale Thermos Mug Tray".split(),
    "Outdoor": "Tent Backpack Lantern Hammock Bottle Stove Compass Blanket".split(),
}
LINES = "Basic Plus Pro Studio Mini".split()
NOTES = ["", "", "", "", "", "Call before delivery", "Gift wrap", "Leave at the door", "Invoice by e-mail"]


def make(path: Path, *, orders: int = ORDERS) -> None:
    """Write the database, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as db:
        # Nobody reads the file before it is complete, so it need not survive a crash half way.
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        fill(db, random.Random(SEED), orders)
        db.executescript(INDEXES + "ANALYZE;")
        db.commit()
    unfinished.replace(path)


def fill(db: sqlite3.Connection, dice: random.Random, orders: int) -> None:
    """Make up all rows."""
    # Orders end today, so that "this month" is never empty; all else comes from the seed.
    today = datetime.now().replace(hour=18, minute=0, second=0, microsecond=0)
    db.executemany("INSERT INTO customers VALUES (?, ?, ?, ?, ?, ?)", customers(dice, today))
    goods = list(products(dice))
    db.executemany("INSERT INTO products VALUES (?, ?, ?, ?, ?)", goods)
    prices = [price for *_, price, _ in goods]
    heads: list[tuple[object, ...]] = []
    lines: list[tuple[object, ...]] = []
    for number in range(1, orders + 1):
        total = 0.0
        for _ in range(dice.choice((1, 1, 2, 2, 3))):
            product, quantity = dice.randrange(PRODUCTS), dice.choice((1, 1, 1, 2, 3))
            lines.append((number, product + 1, quantity, prices[product]))
            total += quantity * prices[product]
        heads.append(order(dice, number, orders, today, total))
    db.executemany("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?)", heads)
    db.executemany("INSERT INTO order_items (order_id, product_id, quantity, price) VALUES (?, ?, ?, ?)", lines)


def customers(dice: random.Random, today: datetime) -> Iterator[tuple[object, ...]]:
    """Make up people."""
    for number in range(1, CUSTOMERS + 1):
        name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
        email = f"{name.lower().replace(' ', '.')}.{number}@example.com"
        segment = dice.choices(("consumer", "business", "public"), (6, 3, 1))[0]
        since = today - timedelta(days=DAYS + dice.randrange(1000))
        yield number, name, email, dice.choices(COUNTRIES, range(10, 0, -1))[0], segment, f"{since:%Y-%m-%d}"


def products(dice: random.Random) -> Iterator[tuple[int, str, str, float, int]]:
    """Make up goods: every line of everything."""
    number = 0
    for category, things in CATEGORIES.items():
        for thing in things:
            for line in LINES:
                number += 1
                price = round(dice.uniform(8, 90) * (1 + LINES.index(line) / 2), 2)
                yield number, f"{thing} {line}", category, price, max(0, int(dice.gauss(120, 70)))


def order(dice: random.Random, number: int, orders: int, today: datetime, total: float) -> tuple[object, ...]:
    """Make up one order; later numbers are later orders, and business grows."""
    age = DAYS * (1 - (number / orders) ** 0.8)
    moment = today - timedelta(days=age, minutes=dice.randrange(600))
    weights = (6, 3, 1, 0, 0) if age < 3 else (1, 3, 5, 3, 0) if age < 14 else (0, 0, 1, 40, 2)
    status = dice.choices(("open", "paid", "shipped", "delivered", "returned"), weights)[0]
    note = dice.choice(NOTES) or None
    return number, dice.randrange(CUSTOMERS) + 1, status, f"{moment:%Y-%m-%d %H:%M}", round(total, 2), note


if __name__ == "__main__":
    make(Path("shop.sqlite"))
