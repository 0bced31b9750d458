/// What nodes say to each other. One that gets lost costs some seconds: each node looks for itself as well.
package enum NodeHint: Hashable, Sendable {
  /// There may be mail to send.
  case outbox
  /// There may be an import to go on with.
  case imports
  /// Somebody's right to be at a party may have ended.
  case rights
  /// A node is asked for something.
  case call(node: String)

  package var text: String {
    switch self {
    case .outbox: "outbox"
    case .imports: "imports"
    case .rights: "rights"
    case .call(let node): "call \(node)"
    }
  }

  /// Nil for what a newer version says.
  package init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.dropFirst().first) {
    case ("outbox", nil): self = .outbox
    case ("imports", nil): self = .imports
    case ("rights", nil): self = .rights
    case ("call", let node?): self = .call(node: node)
    default: return nil
    }
  }
}
