"""`{{ }}` in Python: find the bindings of a text and put values into SQL, URLs, JSON and headers safely."""
