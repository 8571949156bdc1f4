"""The Carta dei Servizi: what it says, what it lacks, its pages on paper and on the web, its editions."""
