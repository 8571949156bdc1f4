"""Tests of what the catalogue holds."""
