"""The law and the proceeding: pure, attrs and the standard library."""
