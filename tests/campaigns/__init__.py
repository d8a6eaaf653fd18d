"""What is tried many times: a sample in every run, the whole with -m campaign."""
