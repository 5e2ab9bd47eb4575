"""The dates of a convention, and what would become of them."""
