"""Networks of others, written from their papers, trained on our data for our wall time, and measured beside ours."""
