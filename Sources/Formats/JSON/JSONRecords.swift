import Foundation

/// People as an array of records, one each: the export of pretalx organisers, with the labels of their form as keys in
/// any language, or that of any other service that hands out a table this way.
struct JSONRecords {
  private let records: [JSONValue]

  /// Nil if the JSON has no array of objects with texts.
  init?(_ bytes: [UInt8]) {
    guard let root = try? JSONReader.value(of: bytes, limits: .standard), let records = Self.records(in: root, depth: 0)
    else { return nil }
    self.records = records
  }

  /// As a table: the keys in the order of their first appearance, then a row for each record. The items of a list are
  /// separated by line ends.
  func rows(_ limits: ReadingLimits) throws -> [DocumentRow] {
    var places: [String: Int] = [:]
    var keys: [String] = []
    var rows: [DocumentRow] = []
    var count = 0
    for (index, record) in records.enumerated() {
      var cells: [String] = []
      cells.reserveCapacity(keys.count)
      for (key, text) in Self.fields(of: record, prefix: "") {
        let place = places[key] ?? keys.count
        if place == keys.count {
          guard keys.count < limits.columns else { throw Problem("import.problem.tooManyColumns") }
          keys.append(key)
          places[key] = place
        }
        count += max(0, place + 1 - cells.count)
        guard count <= limits.cells else {
          throw Problem("import.problem.tooManyValues", ["limit": String(limits.cells)])
        }
        while cells.count <= place { cells.append("") }
        cells[place] = text
      }
      rows.append(DocumentRow(line: index + 1, cells: cells))
    }
    return [DocumentRow(line: 0, cells: keys)] + rows
  }

  private static func records(in value: JSONValue, depth: Int) -> [JSONValue]? {
    guard depth < 4 else { return nil }
    if value.isArray {
      let objects = value.elements.filter(\.isObject)
      let isTable =
        !objects.isEmpty && objects.count == value.elements.count
        && objects.contains { !fields(of: $0, prefix: "").isEmpty }
      return isTable ? people(within: objects) ?? objects : nil
    }
    guard case .object(let members) = value else { return nil }
    return members.lazy.compactMap { records(in: $0.value, depth: depth + 1) }.max { $0.count < $1.count }
  }

  /// The records inside records that name people where the outer ones don't: the tickets of an order.
  private static func people(within objects: [JSONValue]) -> [JSONValue]? {
    func isNamed(_ objects: [JSONValue]) -> Bool {
      objects.prefix(20).contains { object in
        fields(of: object, prefix: "").contains {
          [.name, .firstName, .lastName].contains(HeaderWords.role(of: $0.key))
        }
      }
    }
    guard !isNamed(objects) else { return nil }
    let inner = objects.flatMap { object -> [JSONValue] in
      guard case .object(let members) = object else { return [] }
      return members.first { $0.value.isArray && isNamed($0.value.elements.filter(\.isObject)) }?.value.elements ?? []
    }
    return inner.isEmpty ? nil : inner
  }

  /// The fields of a record, with the parts of `{"name": {"given": …}}` under both keys.
  private static func fields(of record: JSONValue, prefix: String) -> [(key: String, text: String)] {
    guard case .object(let members) = record else { return [] }
    return members.flatMap { member -> [(key: String, text: String)] in
      let key = prefix.isEmpty ? member.key : prefix + ": " + member.key
      switch member.value {
      case .string(let text), .number(let text): return [(key, text)]
      case .bool(let truth): return [(key, truth ? "true" : "false")]
      case .array(let elements):
        let texts = elements.compactMap(\.identifier)
        return texts.isEmpty ? [] : [(key, texts.joined(separator: "\n"))]
      case .object: return prefix.isEmpty ? fields(of: member.value, prefix: member.key) : []
      case .null: return []
      }
    }
  }
}
