"""Controls of forms: each field with its label, help and error, and tables of rows."""
