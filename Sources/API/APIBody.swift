import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore

/// A value of JSON.
enum JSONValue: Decodable, Sendable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }
}

/// A JSON object sent by a program. Each field is asked for by name and type; a field nobody asks for is an error, so
/// that a typo is not lost.
struct APIBody {
  private let object: [String: JSONValue]
  private(set) var errors = FieldErrors()
  private var asked: Set<String> = []

  /// Bytes.
  static let limit = 1 << 20

  /// - Throws: `AppError.malformed` if it is no JSON object, or not sent as one.
  init(_ request: Request) async throws {
    let type = request.headers[.contentType] ?? ""
    guard type.prefix(while: { $0 != ";" }).lowercased() == "application/json" else { throw AppError.malformed }
    let json = Data(try await request.body.collect(upTo: Self.limit).readableBytesView)
    // The richest object has a list of topics.
    guard JSONShape.isWithin(json, depth: 4, values: 1000),
      let object = try? JSONDecoder().decode([String: JSONValue].self, from: json)
    else { throw AppError.malformed }
    self.object = object
  }

  func has(_ name: String) -> Bool { object[name] != nil }

  /// Nil if it is absent or not a text; the latter is an error.
  mutating func text(_ name: String, most: Int = 300) -> String? {
    asked.insert(name)
    guard let value = object[name] else { return nil }
    guard case .text(let text) = value, !text.unicodeScalars.contains("\u{0}") else {
      return wrong(name, "api.error.text")
    }
    guard text.length <= most else { return wrong(name, "api.error.long", ["limit": "\(most)"]) }
    return text
  }

  mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
    asked.insert(name)
    guard let value = object[name] else { return nil }
    guard case .number(let number) = value, let whole = Int(exactly: number), range.contains(whole) else {
      return wrong(name, "api.error.number", ["least": "\(range.lowerBound)", "most": "\(range.upperBound)"])
    }
    return whole
  }

  mutating func texts(_ name: String, most: Int) -> [String]? {
    asked.insert(name)
    guard let value = object[name] else { return nil }
    guard case .list(let list) = value, list.count <= most else {
      return wrong(name, "api.error.texts", ["most": "\(most)"])
    }
    let texts = list.compactMap { item in
      if case .text(let text) = item, text.length <= 300, !text.unicodeScalars.contains("\u{0}") {
        text
      } else {
        nil as String?
      }
    }
    return texts.count == list.count ? texts : wrong(name, "api.error.texts", ["most": "\(most)"])
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      return wrong(name, "api.error.choice", ["choices": Choice.allCases.map(\.rawValue).joined(separator: ", ")])
    }
    return choice
  }

  mutating func missing(_ name: String) {
    if errors[name] == nil { errors[name] = Message("api.error.missing") }
  }

  /// - Throws: `FieldErrors` for the errors found, and for fields nobody asked for.
  mutating func finish() throws {
    for name in object.keys where !asked.contains(name) { errors[name] = Message("api.error.unknown") }
    if !errors.isEmpty { throw errors }
  }

  private mutating func wrong<Value>(_ name: String, _ key: String, _ arguments: [String: String] = [:]) -> Value? {
    errors[name] = Message(key, arguments)
    return nil
  }
}
