"""Whether agreements between organisations reach the clients they share."""
