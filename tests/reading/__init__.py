"""What is tried on the reading side: files, messages, limits."""
