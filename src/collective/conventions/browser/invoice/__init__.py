"""The pages of invoices and credit notes, from the draft to the last payment."""
