"""Teaching a model by what readers said: feedback becomes labels, a run goes on from the model, the better stays."""
