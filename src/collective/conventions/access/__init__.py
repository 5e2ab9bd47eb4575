"""Who may see and do what: roles, groups, local roles, publication rules."""
