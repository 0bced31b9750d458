import Core
import Foundation
import House

/// A guest's own two links. Composed letters contain placeholders for them, so that no stored text holds a token; they
/// are filled in when a mail leaves or is shown.
package struct GuestLinks: Sendable {
  /// The placeholder for the personal link in a stored text. A name under `.invalid` leads nowhere (RFC 2606 §2), so a
  /// placeholder that slips through does no harm, and being a URL it may be used in a calendar entry too.
  package static let personalPlaceholder = "https://links.invalid/personal"
  package static let objectionPlaceholder = "https://links.invalid/objection"
  package static let assistantPlaceholder = "https://links.invalid/assistant"

  package let personalPath: Path
  package let objectionPath: Path
  private let site: String

  package init(personal: Path, objection: Path, site: String) {
    personalPath = personal
    objectionPath = objection
    self.site = site
  }

  /// Absolute addresses.
  package var personal: String { site + personalPath.text }
  package var objection: String { site + objectionPath.text }

  package func fill(_ text: String) -> String {
    text.replacing(Self.personalPlaceholder, with: personal).replacing(Self.objectionPlaceholder, with: objection)
  }

  package func fill(_ letter: Letter) -> Letter {
    Letter(subject: letter.subject, blocks: letter.blocks.map(fill))
  }

  private func fill(_ block: Letter.Block) -> Letter.Block {
    switch block {
    case .paragraph(let inlines): .paragraph(inlines.map(fill))
    case .footnote(let inlines): .footnote(inlines.map(fill))
    case .quote, .list, .signature: block
    }
  }

  private func fill(_ inline: Letter.Inline) -> Letter.Inline {
    guard case .link(let address) = inline else { return inline }
    return .link(fill(address))
  }
}

extension Services {
  package func links(for guest: Guest) -> GuestLinks {
    GuestLinks(
      personal: .personal(personalToken(guest.id, number: guest.linkNumber)),
      objection: .objection(guest.id, objectionToken(guest.id)), site: settings.publicURL.absoluteString)
  }

  package func personalToken(_ guest: GuestID, number: Int) -> Token {
    secret.token(.personalLink, guest.description, number: number)
  }

  /// The link of the person a guest of honour named to answer for them; derived from the address, so that another
  /// assistant gets another link.
  package func assistantToken(_ guest: GuestID, address: String) -> Token {
    secret.token(.assistant, "\(guest) \(MailAddress.folded(address))")
  }

  /// Stays the same when the personal link is replaced, so that the way to object in an old letter never closes.
  package func objectionToken(_ guest: GuestID) -> Token {
    secret.token(.objection, guest.description)
  }
}
