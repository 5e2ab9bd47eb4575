"""What was paid: read from statements of the bank, matched with documents, recorded."""
