"""Finding conventions and partners among many: filters, facets, order, batches, exports."""
