package gitoverit.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds all fetches of a run, by the store that they fetch into.
final class StoreFetches {
  private final Map<StorePlace, StoreFetch> byPlace = new ConcurrentHashMap<>();
  private final Map<Path, StoreFetch> byObjects = new ConcurrentHashMap<>();

  /// Returns the fetch into a store: the earlier one, or `fresh` if there is none.
  StoreFetch join(StorePlace place, StoreFetch fresh) {
    StoreFetch known = byPlace.putIfAbsent(place, fresh);
    if (known == null) {
      byObjects.put(place.objects(), fresh);
    }
    return known == null ? fresh : known;
  }

  /// Runs `action` after the fetches of all lenders of objects, so that the same objects do not
  /// come over the network twice. The action does not wait for a lender that is found later, so
  /// that no two fetches wait for each other.
  ///
  /// @param lenders the directories of their objects
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
