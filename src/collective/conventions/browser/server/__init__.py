"""The operator's pages, on the root of the server: no site, no theme and no layer is around them."""
