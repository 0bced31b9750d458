/// A message from the host to several guests at once, in the host's own words.
package struct HostMessage: Sendable, Hashable {
  package enum Audience: String, Sendable, CaseIterable {
    /// Those who have said yes.
    case coming
    /// Those who have their invitation and have not answered.
    case unanswered

    package func includes(_ guest: Guest) -> Bool {
      switch self {
      case .coming: guest.invitation.state == .accepted && guest.removedAt == nil
      case .unanswered: guest.invitation.state == .invited
      }
    }
  }

  package var audience: Audience
  package var subject: String
  package var text: String

  package init(audience: Audience = .coming, subject: String = "", text: String = "") {
    (self.audience, self.subject, self.text) = (audience, subject, text)
  }

  /// The most in a party's life: more would make it a mailing list.
  package static let most = 2
  package static let longestSubject = 120
  package static let longestText = 2000

  /// By field: `subject`, `text`.
  package var problems: [String: Message] {
    var problems: [String: Message] = [:]
    if Prose.isBlank(subject) { problems["subject"] = Message("message.error.subject") }
    if subject.length > Self.longestSubject {
      problems["subject"] = Message("guests.error.tooLong", ["limit": "\(Self.longestSubject)"])
    }
    if Prose.isBlank(text) { problems["text"] = Message("message.error.text") }
    if text.length > Self.longestText {
      problems["text"] = Message("guests.error.tooLong", ["limit": "\(Self.longestText)"])
    }
    return problems
  }
}
