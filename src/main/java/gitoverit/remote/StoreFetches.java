package gitoverit.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All fetches of a run, by what they are for.
final class StoreFetches {
  private final Map<StorePlace, StoreFetch> byPlace = new ConcurrentHashMap<>();
  private final Map<Path, StoreFetch> byObjects = new ConcurrentHashMap<>();

  /// Returns the fetch of a place: `fresh` if there was none before.
  StoreFetch join(StorePlace place, StoreFetch fresh) {
    StoreFetch known = byPlace.putIfAbsent(place, fresh);
    if (known == null) {
      byObjects.put(place.objects(), fresh);
    }
    return known == null ? fresh : known;
  }

  /// Runs `action` when those are fetched that objects are borrowed from, so that the same objects
  /// do not come over the network twice. A lender that is found later is not waited for, so nobody
  /// waits for each other.
  ///
  /// @param lenders directories of objects
  void afterAll(List<Path> lenders, Runnable action) {
    Runnable next = action;
    for (Path lender : lenders) {
      StoreFetch fetch = byObjects.get(lender);
      if (fetch != null) {
        Runnable then = next;
        next = () -> fetch.whenDone(then);
      }
    }
    next.run();
  }
}
