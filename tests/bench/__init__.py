"""The benchmark: how fast the product is beside a yardstick of the same machine and the same minute."""
