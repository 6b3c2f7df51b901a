"""The command `ask`: what the analyses say of a scenario, for programs and for people."""
