package gitoverit.schedule;

import org.jspecify.annotations.Nullable;

/// The three functions of a run.
///
/// @param preparation precedes each analysis; null for none
record Work<S, F, R>(
    Searcher<S, F> searcher, Analysis<S, F, R> analysis, @Nullable Preparation<F> preparation) {}
