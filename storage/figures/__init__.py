"""What is counted: answers, coverage, and figures of earlier reports."""
