"""What the program needs of this computer, and whether it is there."""
