"""What a format cannot hold: who has it, and the map without it, so that no loss goes unsaid."""
