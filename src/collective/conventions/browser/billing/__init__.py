"""The finance officer's pages: what is to be billed, what is open, runs, statements, indexes."""
