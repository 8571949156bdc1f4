"""Rules, verdicts, questions and guides; and the same of them all in the browser."""
