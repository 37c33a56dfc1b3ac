package gitoverit.status;

import gitoverit.fs.Directory;
import gitoverit.fs.DirectoryListing;
import gitoverit.fs.FileStat;
import gitoverit.fs.FileType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The listings of the directories that one part of a scan is in, one for each level, which are
/// filled again and again.
final class Listings {
  private final ScanTotals totals;
  private final FileStat stat = new FileStat();
  private final List<DirectoryListing> listings = new ArrayList<>();

  Listings(ScanTotals totals) {
    this.totals = totals;
  }

  /// Lists a directory.
  ///
  /// @param depth how many directories of this part are open above it
  DirectoryListing list(Directory directory, int depth) throws IOException {
    if (depth == listings.size()) {
      listings.add(new DirectoryListing());
    }
    DirectoryListing listing = listings.get(depth);
    directory.list(listing);
    totals.directoriesListed++;
    return listing;
  }

  /// Returns the type of an entry of a listing, of which some file systems tell nothing.
  int type(Directory directory, DirectoryListing listing, int i) throws IOException {
    int type = listing.type(i);
    if (type == 0) {
      byte[] names = listing.bytes();
      type =
          directory.stat(names, listing.start(i), listing.end(i), stat)
              ? stat.mode & FileType.MASK
              : FileType.OTHER;
    }
    return type;
  }
}
