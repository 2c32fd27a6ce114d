"""What a map is: values and pure functions, without input, output, clock or chance."""
