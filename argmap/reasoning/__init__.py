"""What follows: which statements stand, given what is accepted, and why."""
