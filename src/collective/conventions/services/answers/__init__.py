"""What all spaces ask for, and the operator's answers, on the root of the server."""
