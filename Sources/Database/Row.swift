/// One row of a result, valid as long as the read or write it comes from. Columns are found by name.
///
/// Reading a column is compiled for each type where it is used, because a page reads thousands. `@inlinable` does that only in a
/// type that is itself `@usableFromInline`; in one that is merely `package` it is ignored without a word (Swift 6.3).
@usableFromInline package struct Row {
  let columns: Columns
  /// In the order of the columns.
  package let values: [Value]

  /// - Parameter values: as many as there are columns.
  package init(columns: Columns, values: [Value]) {
    (self.columns, self.values) = (columns, values)
  }

  /// The column's value.
  /// - Throws: `DatabaseError` if there is no such column or its value has another type: the schema and the store
  ///   disagree.
  @inlinable
  package func get<T: Bindable>(_ name: String, as type: T.Type = T.self) throws -> T {
    guard let value = T(databaseValue: try value(name)) else { throw DatabaseError(.mismatch, "column \(name)") }
    return value
  }

  /// The column's value, or nil if it is NULL.
  @inlinable
  package func find<T: Bindable>(_ name: String, as type: T.Type = T.self) throws -> T? {
    let value = try value(name)
    if case .null = value { return nil }
    guard let found = T(databaseValue: value) else { throw DatabaseError(.mismatch, "column \(name)") }
    return found
  }

  /// All of its columns, for code that looks at whole rows.
  package var fields: [String: Value] {
    columns.all.reduce(into: [:]) { $0[$1.key] = values[$1.value] }
  }

  @usableFromInline func value(_ name: String) throws -> Value {
    guard let place = columns.place(of: name) else { throw DatabaseError(.mismatch, "no column \(name)") }
    return values[place]
  }
}

/// The names of a result's columns, shared by all its rows.
///
/// A store asks each row for the same columns in the same order, and with literals: after the first row, each is found
/// by comparing two pointers, where a dictionary would hash every name for every row.
package final class Columns {
  let names: [String]
  private let places: [String: Int]
  private var asked: [(name: String, place: Int)] = []
  private var next = 0

  package init(_ names: [String]) {
    self.names = names
    places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Each name with its position.
  var all: [String: Int] { places }

  func place(of name: String) -> Int? {
    let isRound = next == asked.count && asked.first?.name == name
    if isRound { next = 0 }
    if next < asked.count, asked[next].name == name {
      next += 1
      return asked[next - 1].place
    }
    guard let place = places[name] else { return nil }
    learn(name, place)
    return place
  }

  /// If a store reads some columns only sometimes, the order resumes after the one that was asked for.
  private func learn(_ name: String, _ place: Int) {
    if next == asked.count, asked.count < 2 * places.count {
      asked.append((name, place))
      next = asked.count
    } else if let known = asked.firstIndex(where: { $0.place == place && $0.name == name }) {
      next = known + 1
    }
  }
}
