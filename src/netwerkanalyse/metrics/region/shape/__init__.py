"""What a layer looks like as a whole: its structure, pairs, triads, distances, sectors, chain or network."""
