"""The paper of an invoice or credit note: a PDF/A-3 that carries its e-invoice."""
