package gitoverit.conformance;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON output of the program.
final class Rows {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private Rows() {}

  /// Returns a value of a row, a number in its [#plain] form.
  ///
  /// @param key a key, or the keys of an object in an object with a dot between
  static @Nullable Object value(@Nullable Object row, String key) {
    Object value = row;
    for (String part : key.split("\\.", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(part) : null;
    }
    return plain(value);
  }

  /// Returns a number in a form that is equal for equal numbers, and any other value unchanged.
  static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : value;
  }

  /// Parses rows.
  ///
  /// @param json an array of objects
  /// @return the objects by their path
  static Map<Path, Object> parse(String json) {
    List<Map<String, @Nullable Object>> rows = MAPPER.readValue(json, new TypeReference<>() {});
    Map<Path, Object> byPath = new TreeMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      if (byPath.put(Path.of(String.valueOf(row.get("path"))), row) != null) {
        throw new AssertionError("found twice: " + row.get("path"));
      }
    }
    return byPath;
  }
}
