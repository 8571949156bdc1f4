"""Each kind of page: what it says, ready for its template."""
