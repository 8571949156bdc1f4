"""The form in the browser: its configuration, its file format."""
