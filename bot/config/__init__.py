"""The config file, checked, and the forms it names."""
