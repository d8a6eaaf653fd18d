"""What happened, and what somebody says that they will do.

- events.py, event_words.py
- commitments.py, is_a_commitment.py
"""
