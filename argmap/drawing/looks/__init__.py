"""What things look like wherever they stand: drawn once, and only moved from then on."""
