"""The exchange with a decision system: the package out, the decision in."""
