"""What a scheda, a Comune, an ente, a requisito is. The ground floor: it imports no other part."""
