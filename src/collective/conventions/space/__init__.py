"""What one space may hold: its files counted to the byte, and a limit that growth cannot pass."""
