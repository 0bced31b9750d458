import Core
import Formats
import Foundation
import House
import Records

/// A mail as a file that the host's own program opens for sending (`X-Unsent: 1`).
package struct LetterDraft {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// - Throws: `AppError.conflict` if there is no address, or its owner wants no mail.
  package func bytes(_ mail: OutgoingMail, host: Host, guest: Guest, isSuppressed: Bool) throws -> [UInt8] {
    if isSuppressed { throw AppError.conflict(Message("letter.draftSuppressed")) }
    guard Correspondent(address: mail.recipient).hasUsableAddress else {
      throw AppError.conflict(Message("letter.draftNeedsAddress"))
    }
    return try services.message(mail, host: host, guest: guest, isDraft: true).bytes()
  }

  /// `helene-brandis.eml`: unaccented letters, which every system can store.
  package func fileName(_ name: String) -> String {
    let words = SearchKey.fold(name).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (words.isEmpty ? "letter" : words.joined(separator: "-")) + ".eml"
  }
}
