"""From CT volumes and real films to weights: anatomy, projection, film, dataset, train, evaluate."""
