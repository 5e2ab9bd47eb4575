"""Documents taken in as convention texts, and the data they hold proposed."""
