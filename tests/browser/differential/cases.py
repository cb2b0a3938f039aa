"""For every component type: an app, and what a person does with it."""

from tests.browser.differential import cases_boxes, cases_fields, cases_tables, cases_words
from tests.browser.differential.case import Case

CASES: dict[str, Case] = cases_fields.CASES | cases_words.CASES | cases_boxes.CASES | cases_tables.CASES
