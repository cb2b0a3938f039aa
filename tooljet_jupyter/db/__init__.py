"""The metadata database: tables, migrations and connections."""
