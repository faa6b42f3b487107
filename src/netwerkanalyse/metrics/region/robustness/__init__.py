"""What a layer is without an organisation, or without many."""
