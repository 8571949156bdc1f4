"""Le prove di ciò che si vede: il sito aperto in un browser."""
