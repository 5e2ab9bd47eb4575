"""What was paid of an invoice, and what is still open."""
