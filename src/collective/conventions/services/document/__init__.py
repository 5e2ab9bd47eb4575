"""The document that an invoice or credit note is: what it says, its paper and its e-invoice."""
