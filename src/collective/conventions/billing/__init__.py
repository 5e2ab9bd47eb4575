"""From a convention to a paid invoice: what is due, issued documents, numbers, payments."""
