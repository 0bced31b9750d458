import Foundation

/// What is true of a guest; asked here and nowhere else.
extension Guest {
  /// A letter to them has left, whatever their state says now.
  package var wasWrittenTo: Bool { invitation.invitedAt != nil }

  /// Sent away from the party by whoever hosted the evening.
  package var isSentAway: Bool { removedAt != nil }

  /// Has an invitation that may still become a yes, or has. Those whom the host set aside hold none.
  package var holdsSeat: Bool { standing != .excluded && invitation.state.holdsSeat }

  /// Comes, or may come, as far as they have said.
  package var isExpected: Bool { invitation.state.isExpected }

  /// The door is for them: they were invited, have not declined, and were not sent away.
  package var mayCome: Bool { standing != .excluded && !isSentAway && invitation.state.mayCome }

  /// May still answer, vote, and change what they said.
  package var mayAnswer: Bool { !isSentAway && invitation.state != .withdrawn }

  /// The answer is the host's entry, and the guest has not answered themselves since.
  package var isAnsweredByHost: Bool { invitation.answer != nil && !invitation.answeredBy.isOwn }

  /// Whether the guest has said something themselves since a page was shown on which they had answered at `seen`.
  package func hasAnswered(since seen: Date?) -> Bool {
    guard invitation.answeredBy.isOwn, let answered = invitation.answeredAt else { return false }
    return seen.map { answered > $0 } ?? true
  }

  /// Had said yes or perhaps, and ended it by an objection: a no would be their answer.
  package var hasObjectedAfterYes: Bool {
    invitation.state == .declined && (invitation.answer == .yes || invitation.answer == .perhaps)
  }

  /// Who they are on the floor.
  package var participant: ParticipantID { ParticipantID(id.description) }
}

extension KnownGuest {
  package var isExpected: Bool { guest.isExpected }
  package var mayCome: Bool { guest.mayCome }
}

extension GuestState {
  /// An invitation that may still become a yes, or has.
  package var holdsSeat: Bool {
    switch self {
    case .invited, .tentative, .accepted: true
    case .shortlisted, .declined, .silent, .waiting, .withdrawn: false
    }
  }

  /// Has said yes or perhaps, and has a seat.
  package var isExpected: Bool { self == .accepted || self == .tentative }

  /// The door opens to whoever was invited and has not said no; somebody who waits has no seat.
  package var mayCome: Bool {
    switch self {
    case .invited, .tentative, .accepted, .silent: true
    case .shortlisted, .declined, .waiting, .withdrawn: false
    }
  }
}
