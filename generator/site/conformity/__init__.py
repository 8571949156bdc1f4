"""A built site held against the criteria of the Italian model for municipal sites."""
