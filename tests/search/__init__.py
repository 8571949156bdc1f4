"""Tests of generator/search, in Python and in JavaScript."""
