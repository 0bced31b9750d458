import Core

/// One result of a check, in plain words for the operator.
package struct Finding: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case good
    /// It works, but the operator should know.
    case hint
    /// Something does not work.
    case fault
  }

  package let kind: Kind
  /// What a library said itself has no key: its words are shown as they are.
  package let message: Message
  /// Said in place of `{reason}`, in the reader's language like the rest.
  package private(set) var reason: Message?

  package init(_ kind: Kind, _ message: Message) {
    (self.kind, self.message) = (kind, message)
  }

  package static func good(_ key: String, _ arguments: [String: String] = [:]) -> Finding {
    Finding(.good, Message(key, arguments))
  }

  package static func hint(_ key: String, _ arguments: [String: String] = [:]) -> Finding {
    Finding(.hint, Message(key, arguments))
  }

  package static func fault(_ key: String, _ arguments: [String: String] = [:]) -> Finding {
    Finding(.fault, Message(key, arguments))
  }

  package func because(_ reason: Message) -> Finding {
    var copy = self
    copy.reason = reason
    return copy
  }

  package func text(_ t: Phrases) -> String {
    guard t.has(message.key) else { return message.key }
    return t(message.key, message.arguments.merging(reason.map { ["reason": t($0)] } ?? [:]) { $1 })
  }

  /// In English, for logs.
  package var text: String { Self.english.map(text) ?? message.key }

  private static let english = (try? Strings.bundled()).map { Phrases($0, .english) }
}
