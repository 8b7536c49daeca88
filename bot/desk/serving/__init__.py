"""The web server: connections, certificate, what is logged."""
