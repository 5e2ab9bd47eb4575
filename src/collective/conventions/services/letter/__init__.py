"""Letters about a convention, made from the models of the library."""
