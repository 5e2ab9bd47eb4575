"""Classic UI pages, forms and control panels: one folder per noun."""
