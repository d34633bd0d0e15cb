"""What answers look like in a terminal: one page part a module, made of rich renderables."""
