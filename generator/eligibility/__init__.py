"""Who a scheda may be for: three-valued rules, verdicts with their reasons, and which question to ask next."""
