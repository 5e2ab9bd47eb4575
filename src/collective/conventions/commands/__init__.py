"""The command line, ``conventions``: one file per command."""
