/// One row of a result. Columns are found by name.
package struct Row: Sendable {
  let columns: Columns
  let values: [Value]

  /// The column's value.
  /// - Throws: `DatabaseError` when there is no such column or it holds something else: the schema and the store disagree.
  package func get<T: Bindable>(_ name: String, as type: T.Type = T.self) throws -> T {
    guard let value = T(databaseValue: try value(name)) else { throw DatabaseError(.mismatch, "column \(name)") }
    return value
  }

  /// The column's value, or nil where it is NULL.
  package func find<T: Bindable>(_ name: String, as type: T.Type = T.self) throws -> T? {
    if case .null = try value(name) { return nil }
    return try get(name, as: type)
  }

  private func value(_ name: String) throws -> Value {
    guard let index = columns.index[name] else { throw DatabaseError(.mismatch, "no column \(name)") }
    return values[index]
  }
}

/// The names of a result's columns, shared by all its rows.
final class Columns: Sendable {
  let index: [String: Int]

  init(_ names: [String]) {
    index = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
