"""Files as paragraphs: word processors, PDF with text, Markdown, plain text."""
