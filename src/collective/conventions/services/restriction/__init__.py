"""Who may read an annex, made stricter."""
