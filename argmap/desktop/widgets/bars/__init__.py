"""What bars are made of."""
