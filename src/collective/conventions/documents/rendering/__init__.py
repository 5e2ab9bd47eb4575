"""What a text looks like: pages, PDF, DOCX and HTML that stand alone."""
