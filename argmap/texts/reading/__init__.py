"""The text of files of others: each is read in a process of its own, with limits (see `cage`)."""
