/// A JSON value (RFC 8259) as in the text: members keep their order, which Foundation's dictionaries lose, and numbers
/// keep their digits.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable, Sendable {
    let key: String
    let value: JSONValue
  }

  /// The value of the first member with this key; nil for anything but an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of an array; the values of an object, because exports key lists by code or by place; otherwise none.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  var isArray: Bool { if case .array = self { true } else { false } }
  var isObject: Bool { if case .object = self { true } else { false } }

  /// An identifier: a text or a number, as text; nil for anything else and for an empty text.
  var identifier: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }
}
