"""The tables: inputs, outputs, chips; and the scenario that is made of them."""
