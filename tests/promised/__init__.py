"""What a version has promised: commands and options, config keys, the grammar, the shipped forms and their views.

A line each, in a file a version. Nothing that stands in any of them may go before the next major version.
`python -m tests.promised` writes the file of the version that pyproject.toml names.
"""
