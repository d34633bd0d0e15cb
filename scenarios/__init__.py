"""What could happen: scripted proceedings, played and held to their expectations."""
