"""Pages, shell, URLs, writer: the public website of a catalogue."""
