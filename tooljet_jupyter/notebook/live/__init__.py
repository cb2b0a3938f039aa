"""An app while it is shown: values as traits, Python functions behind events, several outputs in step."""
