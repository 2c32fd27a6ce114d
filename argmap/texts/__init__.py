"""The texts that statements cite: opened safely, and searched for what is quoted from them."""
