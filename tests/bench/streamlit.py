"""The yardstick of tests without a browser: Streamlit's AppTest, in an environment of its own below `.bench/`."""

import json
import subprocess
import sys
import venv
from functools import cache

from tests.house.checkout import ROOT

PLACE = ROOT / ".bench" / "streamlit"
WANTED = "streamlit"
# Much the same page: filters, numbers, a table of 20 rows and a form.
PROGRAM = """
import json, statistics, time
from streamlit.testing.v1 import AppTest

def page():
    import pandas
    import streamlit as st
    st.title("Orders")
    search = st.text_input("Customer")
    status = st.selectbox("Status", ["all", "open", "paid"])
    country = st.selectbox("Country", ["all", "France", "Spain"])
    rows = pandas.DataFrame([{"id": n, "customer": "Ada", "status": "open", "total": 10.5} for n in range(20)])
    for label in ("Orders", "Revenue", "Average", "Waiting"):
        st.metric(label, len(rows))
    st.dataframe(rows)
    with st.form("new"):
        st.selectbox("Product", ["Pen"])
        st.number_input("Quantity", 1)
        st.form_submit_button("Add")

def timed(run):
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000

AppTest.from_function(page, default_timeout=60).run()
fresh = [timed(lambda: AppTest.from_function(page, default_timeout=60).run()) for _ in range(9)]
app = AppTest.from_function(page, default_timeout=60).run()
acts = [timed(lambda: app.selectbox[0].select(status).run()) for status in ("open", "paid", "all") * 5]
print(json.dumps({"fresh": statistics.median(fresh), "interaction": statistics.median(acts)}))
"""


@cache
def apptest() -> dict[str, float]:
    """Return how many milliseconds a fresh app and an interaction take there."""
    python = installed()
    program = PLACE / "measure.py"
    # It reads its own source, so it must be a file.
    program.write_text(PROGRAM)
    done = subprocess.run([python, str(program)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def installed() -> str:
    """Return the Python of the environment, made at the first time."""
    python = PLACE / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (python.exists() and ran(python, "-c", f"import {WANTED}") == ""):
        venv.create(PLACE, with_pip=True, clear=True)
        if problem := ran(python, "-m", "pip", "install", "-q", WANTED):
            raise RuntimeError(f"Streamlit could not be installed: {problem}")
    return str(python)


def ran(*command: object) -> str:
    """Run a program and return what it complains about when it fails."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    return done.stderr.strip() or "it failed" if done.returncode else ""
