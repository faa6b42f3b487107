"""Where organisations stand in a layer: central, between others, broker, connector."""
