"""Convention, Partner, Invoice and Annex: schema and class, nothing else."""
