"""The grounds of groups: halos around their cards, and what joins them."""
