"""What lies beside the pages: styles and scripts, data, the printed Carte, the form, what works without a network."""
