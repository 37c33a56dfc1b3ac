package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The listings of the directories that one part of a scan has open, one for each level, which are
/// reused.
final class Listings {
  private final ScanTotals totals;
  private final List<DirectoryListing> listings = new ArrayList<>();

  Listings(ScanTotals totals) {
    this.totals = totals;
  }

  /// Lists a directory.
  ///
  /// @param depth the number of directories of this part that are open above it
  DirectoryListing list(Directory directory, int depth) throws IOException {
    if (depth == listings.size()) {
      listings.add(new DirectoryListing());
    }
    DirectoryListing listing = listings.get(depth);
    directory.list(listing);
    totals.directoriesListed++;
    return listing;
  }
}
