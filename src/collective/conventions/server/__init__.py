"""Across the spaces of one server: making, listing and entering them, its operators."""
