/// A guest's position between shortlist and party.
package enum GuestState: String, Sendable, CaseIterable, Codable {
  /// Chosen or in reserve, not written to yet.
  case shortlisted
  /// Written to, no answer yet.
  case invited
  /// Answered "perhaps".
  case tentative
  case accepted
  case declined
  /// The day to answer by has passed in silence.
  case silent
  /// Would like to come, but answered when all seats were taken. Only the host sees this word.
  case waiting
  /// Taken back by the host, or the party was cancelled.
  case withdrawn
}

/// A guest's answer on the personal page.
package enum Answer: String, Sendable, CaseIterable, Codable {
  case yes
  case perhaps
  case no
}

/// The way an answer or a vote came in.
package enum AnswerSource: String, Sendable, CaseIterable, Codable {
  /// The guest gave it on their page, or through somebody they named to answer for them.
  case page
  /// The guest gave it by mail, for instance with their calendar's reply.
  case mail
  /// The host entered what they had heard some other way.
  case host

  /// True for the guest's own word. The host's entry holds until there is one.
  package var isOwn: Bool { self != .host }
}
