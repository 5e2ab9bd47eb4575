"""From a model and a convention to a text: fields, conditions and loops."""
