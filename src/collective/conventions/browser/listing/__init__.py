"""The listings of conventions and of partners, with their facets and exports."""
