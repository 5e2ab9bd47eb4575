"""What a dated fact is called, why it falls on its day, and who must act."""
