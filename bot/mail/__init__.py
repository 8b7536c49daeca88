"""Delivery by e-mail: the mailboxes of the config, the mails, and the mail server that takes them."""
