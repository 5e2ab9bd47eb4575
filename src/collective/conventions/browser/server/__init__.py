"""The operator's pages, on the root of the server: outside of every site, theme and layer."""
