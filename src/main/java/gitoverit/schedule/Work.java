package gitoverit.schedule;

import org.jspecify.annotations.Nullable;

/// The three functions that a run consists of.
///
/// @param preparation precedes each analysis; null when nothing does
record Work<S, F, R>(
    Searcher<S, F> searcher, Analysis<S, F, R> analysis, @Nullable Preparation<F> preparation) {}
