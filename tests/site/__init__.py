"""Tests of the site: what is written, and what must never be."""
