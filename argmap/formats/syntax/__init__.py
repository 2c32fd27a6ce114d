"""What reads and writes text safely: encodings, JSON, XML and YAML of programs not ours."""
