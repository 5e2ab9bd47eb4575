"""E-invoices: Peppol BIS Billing 3.0, that is UBL 2.1 under the rules of EN 16931."""
