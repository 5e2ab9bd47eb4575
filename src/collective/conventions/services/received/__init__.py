"""E-invoices that come from others."""
