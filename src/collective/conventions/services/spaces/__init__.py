"""The spaces of the server, for its operators: on the root, never in a space."""
