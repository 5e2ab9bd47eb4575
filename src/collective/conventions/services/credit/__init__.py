"""Taking an issued invoice back, in whole or part."""
