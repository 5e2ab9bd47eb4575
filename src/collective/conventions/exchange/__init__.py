"""The exchange with a decision system: the package that goes out, the decision that comes back."""
