"""The search: one tokenizer, one index an Ambito, one way to ask, the same in Python and in the browser."""
