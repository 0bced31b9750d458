import Foundation

/// Finds letters that are identical except for the name: each guest deserves at least one sentence of their own.
package enum LetterLikeness {
  /// A letter and its recipient.
  package struct Entry<ID: Hashable & Sendable>: Sendable {
    package let id: ID
    package let letter: Letter
    package let recipient: Recipient
    /// The mail address, in case the letter mentions it.
    package let address: String?

    package init(id: ID, letter: Letter, recipient: Recipient, address: String? = nil) {
      self.id = id
      self.letter = letter
      self.recipient = recipient
      self.address = address
    }
  }

  /// Groups of two or more whose letters say the same, in order of appearance.
  package static func groups<ID>(_ entries: [Entry<ID>]) -> [[ID]] {
    var order: [String] = []
    var groups: [String: [ID]] = [:]
    for entry in entries {
      let essence = essence(of: entry)
      if groups[essence] == nil { order.append(essence) }
      groups[essence, default: []].append(entry.id)
    }
    return order.compactMap { groups[$0] }.filter { $0.count > 1 }
  }

  /// The text left over without salutation, name, address, links, case and blanks.
  private static func essence<ID>(of entry: Entry<ID>) -> String {
    let said = entry.letter.blocks.dropFirst().flatMap(texts)
    return said.map { anonymous($0, entry) }.joined(separator: "\n")
  }

  private static func texts(_ block: Letter.Block) -> [String] {
    switch block {
    case .paragraph(let inlines):
      inlines.compactMap { if case .text(let text) = $0 { text } else { nil } }
    case .quote(let question): [question]
    case .list(let lines): lines
    case .signature, .footnote: []
    }
  }

  private static func anonymous<ID>(_ text: String, _ entry: Entry<ID>) -> String {
    let recipient = entry.recipient
    let parts = (recipient.plainName ?? "").split(separator: " ").map(String.init)
    let whole = [entry.address, recipient.name, recipient.plainName].compactMap { $0 }
    let names = whole + [recipient.givenName].compactMap { $0 } + parts
    return names.filter { $0.count > 1 }.reduce(Prose.line(text)?.lowercased() ?? "") {
      masked($1.lowercased(), in: $0)
    }
  }

  /// Replaces whole words only: "An" is not taken out of "Anfang".
  private static func masked(_ name: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.range(of: name) {
      let before = rest[..<found.lowerBound].last ?? result.last
      let after = rest[found.upperBound...].first
      let isWord = !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
      result += rest[..<found.lowerBound] + (isWord ? "·" : name)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}
