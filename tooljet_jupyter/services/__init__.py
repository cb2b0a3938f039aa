"""What the product does, as blocking functions of a context: who may, load, do, return a wire model."""
