"""What a report says stands out: a subject a file, each from measures to findings."""
