"""The editors' side: how complete, plain and fresh each scheda is."""
