"""What readers build a map with: statements and relations in any order, under foreign names."""
