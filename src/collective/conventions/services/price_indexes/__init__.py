"""The values of price indexes, each with its source: the operator's, and a space's own."""
