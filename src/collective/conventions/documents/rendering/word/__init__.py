"""The parts of a DOCX file: styles, lists, head and foot, and how it is kept."""
