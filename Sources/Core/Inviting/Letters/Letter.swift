/// A finished letter. The plain text is made here; the HTML is rendered elsewhere from the same blocks.
package struct Letter: Sendable, Hashable {
  /// One line.
  package let subject: String
  package let blocks: [Block]

  package init(subject: String, blocks: [Block]) {
    self.subject = subject
    self.blocks = blocks
  }

  package enum Block: Sendable, Hashable {
    case paragraph([Inline])
    /// The opening question; it stands out.
    case quote(String)
    /// People, one line each.
    case list([String])
    /// The closing formula, the host's name, further lines.
    case signature([String])
    /// Small print: the origin of the address, and how to object.
    case footnote([Inline])
  }

  package enum Inline: Sendable, Hashable {
    case text(String)
    /// An absolute address. It is shown as it is: to mail filters, a text that differs from its target looks like
    /// fraud.
    case link(String)
  }
}

extension Letter.Block {
  static func paragraph(_ text: String) -> Self { .paragraph([.text(text)]) }
}
