/// A piece of a page: text, an element, or several in a row. Text and attribute values are escaped when written.
package enum Node: Sendable {
  case text(String)
  case element(Tag, [Attribute], [Node])
  case several([Node])
  /// Markup fixed at build time, such as a drawing.
  case markup(StaticString)

  package static let nothing = Node.several([])
}

/// The name of an element. Only names fixed at build time can be written.
package struct Tag: Sendable, ExpressibleByStringLiteral {
  let name: StaticString
  /// A void element has no content and no end tag (HTML Living Standard §13.1.2).
  let isVoid: Bool

  package init(stringLiteral name: StaticString) {
    self.init(name, isVoid: false)
  }

  /// An element without content.
  package static func void(_ name: StaticString) -> Tag { Tag(name, isVoid: true) }

  init(_ name: StaticString, isVoid: Bool) {
    self.name = name
    self.isVoid = isVoid
  }
}

/// An attribute with its value, or without one if its presence says it all (`required`).
package struct Attribute: Sendable {
  let name: StaticString
  let value: String?

  package init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }
}

extension Node: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) {
    self = .text(text)
  }
}

/// Puts the pieces of a page in a row; `if`, `switch` and `for` work inside. Each piece is appended to one growing row.
@resultBuilder
package enum NodeBuilder {
  package static func buildExpression(_ node: Node) -> Node { node }
  package static func buildExpression(_ text: String) -> Node { .text(text) }
  package static func buildExpression(_ nodes: [Node]) -> [Node] { nodes }
  package static func buildExpression(_ node: Node?) -> [Node] { node.map { [$0] } ?? [] }
  package static func buildBlock() -> [Node] { [] }
  package static func buildPartialBlock(first: Node) -> [Node] { [first] }
  package static func buildPartialBlock(first: [Node]) -> [Node] { first }
  package static func buildPartialBlock(accumulated: consuming [Node], next: Node) -> [Node] {
    accumulated.append(next)
    return accumulated
  }
  package static func buildPartialBlock(accumulated: consuming [Node], next: [Node]) -> [Node] {
    accumulated.append(contentsOf: next)
    return accumulated
  }
  package static func buildOptional(_ part: [Node]?) -> [Node] { part ?? [] }
  package static func buildEither(first part: [Node]) -> [Node] { part }
  package static func buildEither(second part: [Node]) -> [Node] { part }
  package static func buildArray(_ parts: [[Node]]) -> [Node] { parts.flatMap { $0 } }
}
