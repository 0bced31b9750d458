import Core
import Foundation

/// The claims in a token, or on a provider's page about a person.
package struct Claims: Sendable, Equatable {
  private let values: [String: JSONValue]

  package init(_ values: [String: JSONValue]) {
    self.values = values
  }

  /// Reads a JSON object; nil for anything else.
  package init?(_ json: Data) {
    // Even an organisation's longest list of groups is shorter.
    guard JSONShape.isWithin(json, depth: 16, values: 20_000) else { return nil }
    guard let values = try? JSONDecoder().decode([String: JSONValue].self, from: json) else { return nil }
    self.values = values
  }

  package func text(_ name: String) -> String? {
    guard case .text(let value) = values[name] else { return nil }
    return value
  }

  /// Some providers write `"true"`.
  package func isTrue(_ name: String) -> Bool {
    values[name] == .truth(true) || values[name] == .text("true")
  }

  /// Seconds since 1970 (RFC 7519 §2, NumericDate). Nil also for what no clock shows.
  package func time(_ name: String) -> Date? {
    guard case .number(let seconds) = values[name], seconds.isFinite, (0...1e11).contains(seconds) else { return nil }
    return Date(timeIntervalSince1970: seconds)
  }

  package func has(_ name: String) -> Bool { values[name] != nil }

  package func object(_ name: String) -> Claims? {
    guard case .object(let values) = values[name] else { return nil }
    return Claims(values)
  }

  func objects(_ name: String) -> [Claims] {
    guard case .list(let list) = values[name] else { return [] }
    return list.compactMap { item in
      guard case .object(let values) = item else { return nil }
      return Claims(values)
    }
  }

  /// One text or several, by the claim's name or by a way of names with dots between: `realm_access.roles`.
  package func texts(_ name: String) -> [String] {
    if let value = values[name] { return Self.texts(value) }
    guard let dot = name.firstIndex(of: "."), let inner = object(String(name[..<dot])) else { return [] }
    return inner.texts(String(name[name.index(after: dot)...]))
  }

  private static func texts(_ value: JSONValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let list):
      list.compactMap { item in
        guard case .text(let text) = item else { return nil }
        return text
      }
    default: []
    }
  }

  /// These claims, completed with another's. An address and its verification are taken from one of the two.
  package func filled(from other: Claims) -> Claims {
    let address: Set = ["email", "email_verified"]
    let (own, more) = has("email") ? (values, other.without(address)) : (without(address), other.values)
    return Claims(own.merging(more) { own, _ in own })
  }

  private func without(_ names: Set<String>) -> [String: JSONValue] { values.filter { !names.contains($0.key) } }
}
