"""The form in the browser: its configuration, made from the model and from the catalogue, and its bundle."""
