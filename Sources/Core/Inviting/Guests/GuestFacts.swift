import Foundation

/// Facts about a guest; every question about one is answered here and nowhere else.
extension Guest {
  /// A letter to them has left, whatever their state says now.
  package var wasWrittenTo: Bool { invitation.invitedAt != nil }

  /// Removed from the party by whoever hosted the evening.
  package var isSentAway: Bool { removedAt != nil }

  /// Has an invitation that is a yes or may still become one. Guests the host set aside hold none.
  package var holdsSeat: Bool { standing != .excluded && invitation.state.holdsSeat }

  /// Comes, or may come, going by what they have said.
  package var isExpected: Bool { invitation.state.isExpected }

  /// The door opens for them: they were invited, have not declined, and were not removed.
  package var mayCome: Bool { standing != .excluded && !isSentAway && invitation.state.mayCome }

  /// May still answer, vote, and change what they said.
  package var mayAnswer: Bool { !isSentAway && invitation.state != .withdrawn }

  /// The answer is the host's entry, and the guest has not answered themselves since.
  package var isAnsweredByHost: Bool { invitation.answer != nil && !invitation.answeredBy.isOwn }

  /// True if the guest has answered themselves since the page they were looking at was shown; that page showed their
  /// answer of `seen`.
  package func hasAnswered(since seen: Date?) -> Bool {
    guard invitation.answeredBy.isOwn, let answered = invitation.answeredAt else { return false }
    return seen.map { answered > $0 } ?? true
  }

  /// Had said yes or perhaps, and ended it with an objection, which therefore counts as a no.
  package var hasObjectedAfterYes: Bool {
    invitation.state == .declined && (invitation.answer == .yes || invitation.answer == .perhaps)
  }

  /// Their identity on the floor.
  package var participant: ParticipantID { ParticipantID(id.description) }
}

extension KnownGuest {
  package var isExpected: Bool { guest.isExpected }
  package var mayCome: Bool { guest.mayCome }
}

extension GuestState {
  /// An invitation that is a yes or may still become one.
  package var holdsSeat: Bool {
    switch self {
    case .invited, .tentative, .accepted: true
    case .shortlisted, .declined, .silent, .waiting, .withdrawn: false
    }
  }

  /// Has said yes or perhaps, and has a seat.
  package var isExpected: Bool { self == .accepted || self == .tentative }

  /// The door opens for everybody who was invited and has not said no; somebody on the waiting list has no seat.
  package var mayCome: Bool {
    switch self {
    case .invited, .tentative, .accepted, .silent: true
    case .shortlisted, .declined, .waiting, .withdrawn: false
    }
  }
}
