"""The storage of a space: its page, and files that must fit in, whatever form sends them."""
