"""What a run would issue, before anything is written."""
