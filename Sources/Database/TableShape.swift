/// A table as the engine itself describes it.
package struct TableShape: Sendable {
  package struct Reference: Sendable {
    package let target: String
    /// The effect on a row when the one it refers to is deleted: `CASCADE`, `SET NULL` or `NO ACTION`.
    package let onDelete: String

    package init(target: String, onDelete: String) {
      (self.target, self.onDelete) = (target, onDelete)
    }
  }

  package let name: String
  package let columns: [String]
  /// The columns of its primary key.
  package let key: [String]
  package let references: [Reference]

  package init(name: String, columns: [String], key: [String], references: [Reference]) {
    (self.name, self.columns, self.key, self.references) = (name, columns, key, references)
  }

  /// All rows in the order of the key: equal tables give equal rows, whatever the engine.
  package func rows() -> SQL {
    "SELECT \(Self.list(columns)) FROM \(Self.list([name])) ORDER BY \(Self.list(key.isEmpty ? columns : key))"
  }

  /// One batch of the rows.
  /// - Parameter last: the key after which they begin; nil for the first ones.
  package func rows(after last: [Value]?, limit: Int) -> SQL {
    let table = Self.list([name])
    let behind = last.map { key -> SQL in
      let values = SQL.join(key.map { "\($0)" }, separator: ", ")
      return "WHERE (\(Self.list(self.key))) > (\(values))"
    }
    return "SELECT \(Self.list(columns)) FROM \(table) \(behind ?? "") ORDER BY \(Self.list(key)) LIMIT \(limit)"
  }

  /// The number of rows, in the column `n`.
  package var counting: SQL { "SELECT count(*) AS n FROM \(Self.list([name]))" }

  package var emptying: SQL { "DELETE FROM \(Self.list([name]))" }

  /// - Parameter row: in the order of the columns.
  package func key(of row: [Value]) -> [Value] {
    key.compactMap { name in columns.firstIndex(of: name).map { row[$0] } }
  }

  /// - Parameter rows: at least one, each in the order of the columns.
  package func insertion(of rows: [[Value]]) -> SQL {
    let lines = rows.map { row -> SQL in "(\(SQL.join(row.map { "\($0)" }, separator: ", ")))" }
    return "INSERT INTO \(Self.list([name])) (\(Self.list(columns))) VALUES \(SQL.join(lines, separator: ", "))"
  }

  private static func list(_ names: [String]) -> SQL {
    SQL(stringLiteral: names.map { "\"\($0)\"" }.joined(separator: ", "))
  }
}

extension [TableShape] {
  /// Each table after the ones it refers to, the order in which rows must be written.
  package var inOrderOfReferences: [TableShape] {
    var (ordered, left) = ([TableShape](), sorted { $0.name < $1.name })
    while !left.isEmpty {
      let waiting = Set(left.map(\.name))
      let free = left.filter { table in
        table.references.allSatisfy { $0.target == table.name || !waiting.contains($0.target) }
      }
      // Tables that refer to each other would never become free.
      let next = free.isEmpty ? left : free
      let taken = Set(next.map(\.name))
      ordered += next
      left.removeAll { taken.contains($0.name) }
    }
    return ordered
  }
}
