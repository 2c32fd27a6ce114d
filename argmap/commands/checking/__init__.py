"""What `argmap check` is made of: findings and the forms they are told in, codes, and fixes."""
