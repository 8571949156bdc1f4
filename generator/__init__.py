"""Ambito Aperto: from YAML files to the public catalogue of the social services of one or more Ambiti."""

__version__ = "0.1.0"
