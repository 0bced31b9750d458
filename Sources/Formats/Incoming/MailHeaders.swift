import Foundation

/// The header of a mail: names in lower case, values decoded, in their order.
struct MailHeaders {
  private static let most = 500
  private(set) var fields: [(name: String, value: String)] = []

  mutating func add(_ name: String, _ value: String) {
    guard fields.count < Self.most else { return }
    fields.append((name.lowercased(), String(value.prefix(20_000))))
  }

  /// The first value of a field.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  func all(_ names: Set<String>) -> [String] { fields.filter { names.contains($0.name) }.map(\.value) }

  /// The addresses to which servers and authors say the mail went; as written, each once.
  var recipients: [String] {
    var seen: Set<String> = []
    var found: [String] = []
    for value in all(Self.recipientFields) {
      for address in MailAddress.all(in: value) where found.count < 100 {
        if seen.insert(address.lowercased()).inserted { found.append(address) }
      }
    }
    return found
  }

  /// The ids in a field, without angle brackets.
  func messageIDs(_ name: String) -> [String] {
    all([name]).flatMap(Self.messageIDs)
  }

  static func messageIDs(in value: String) -> [String] {
    value.split { $0.isWhitespace || "<>,".contains($0) }.filter { $0.contains("@") && $0.utf8.count <= 250 }
      .prefix(50).map(String.init)
  }

  private static let recipientFields: Set = [
    "to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "apparently-to",
    "resent-to",
  ]
}
