"""What several commands share: the terminal, files in and out, options, and a bug's report."""
