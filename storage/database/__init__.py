"""The one SQLite file: the connection, its transactions and its migrations."""
