"""`make bench`: how fast the generator is, how much memory it takes, and how plain Material does on the same pages."""
