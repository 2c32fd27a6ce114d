"""Where everything stands: from a map and measured sizes to the places of cards and arrows."""
