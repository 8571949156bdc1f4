"""Le prove del generatore, disposte come i suoi moduli."""
