"""What is worked out beside the work and kept up to date: evaluation and critique."""
