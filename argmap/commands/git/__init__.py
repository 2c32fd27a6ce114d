"""What git is told about maps."""
