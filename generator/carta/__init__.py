"""The Carta dei Servizi of an Ambito: its content out of the catalogue, its pages on paper, its editions."""
