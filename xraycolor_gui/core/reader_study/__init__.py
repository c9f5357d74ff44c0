"""A reader study: does colour help? The plan, who sees what when, answers, and what they amount to."""
