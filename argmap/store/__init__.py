"""How a map lives on disk: reading with places, writing without disturbing, saving without loss."""
