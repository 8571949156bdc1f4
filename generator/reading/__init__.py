"""YAML files -> model, every value with its file, line and column; all problems of all files at once."""
