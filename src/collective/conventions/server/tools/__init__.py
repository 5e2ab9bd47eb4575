"""Tools: what an entity may have in its space besides conventions, and in which version (C3–C6)."""
