/// Decides whom to write to next, so that open invitations never exceed the free seats and the declines still expected.
package struct WavePlan<ID: Hashable & Sendable>: Sendable {
  /// Seats for guests at this party.
  package let seats: Int
  /// How many declines the host reckons with; what remains of them shrinks as declines arrive.
  package let expectedDeclines: Int
  package let release: Release
  /// In the order of their standing.
  package let guests: [Guest]

  /// What happens when a seat becomes free.
  package enum Release: String, Sendable, CaseIterable, Codable {
    case automatic
    /// The next ones are proposed, and written to when the host agrees.
    case afterNod
  }

  package struct Guest: Sendable {
    package let id: ID
    package let standing: Standing
    package let state: GuestState
    /// Was written to once, whatever the state says now.
    package let wasWrittenTo: Bool
    /// On the suppression list.
    package let isSuppressed: Bool
    package let hasAddress: Bool

    package init(
      id: ID, standing: Standing, state: GuestState, wasWrittenTo: Bool, isSuppressed: Bool = false,
      hasAddress: Bool = true
    ) {
      self.id = id
      self.standing = standing
      self.state = state
      self.wasWrittenTo = wasWrittenTo
      self.isSuppressed = isSuppressed
      self.hasAddress = hasAddress
    }
  }

  /// The next step. In automatic release act on it at once; otherwise show it as a proposal.
  package struct Wave: Sendable, Equatable {
    /// Guests who answered late and now get a seat (`Invitation.Event.admitted`); they come before anyone new.
    package var admitted: [ID] = []
    /// Guests to write to (`Invitation.Event.invited`).
    package var written: [ID] = []

    package var isEmpty: Bool { admitted.isEmpty && written.isEmpty }
  }

  /// Asks for a complete substance so that no wave can exist before it.
  package init(
    seats: Int, expectedDeclines: Int = 0, release: Release, guests: [Guest], substance: CompleteSubstance
  ) {
    self.seats = max(0, seats)
    self.expectedDeclines = max(0, expectedDeclines)
    self.release = release
    self.guests = guests.sorted { $0.standing < $1.standing }
  }

  /// What may be done without asking the host.
  package var due: Wave { release == .automatic ? next : Wave() }

  /// What the host is asked to agree to.
  package var proposed: Wave { release == .afterNod ? next : Wave() }

  /// Who comes next, in either mode; also the wave to write when the host has agreed.
  package var next: Wave {
    let admitted = guests.filter { $0.state == .waiting && !$0.isSuppressed }.prefix(room)
    let written = guests.filter(isNext).prefix(max(0, room - admitted.count))
    return Wave(admitted: admitted.map(\.id), written: written.map(\.id))
  }

  /// Chosen guests and reserves who are next in line but have no mail address: the host can only hand them the text.
  package var withoutAddress: [ID] {
    guests.filter { $0.state == .shortlisted && !$0.wasWrittenTo && !$0.isSuppressed && !$0.hasAddress }.map(\.id)
  }

  /// Whether a guest who does not hold a seat, such as one who answers late, can be given one.
  package var hasRoom: Bool { room > 0 }

  /// How many more invitations may be open.
  package var room: Int { max(0, seats + declinesStillExpected - seatsHeld) }

  /// Open invitations and acceptances.
  package var seatsHeld: Int { guests.count { $0.state.holdsSeat } }

  /// Whoever was written to and holds no seat any more was one of the declines, whether it was a no, silence, an answer that
  /// came too late, or the host who took the invitation back.
  package var declinesStillExpected: Int {
    max(0, expectedDeclines - guests.count { $0.wasWrittenTo && !$0.state.holdsSeat })
  }

  private func isNext(_ guest: Guest) -> Bool {
    guest.state == .shortlisted && !guest.wasWrittenTo && !guest.isSuppressed && guest.hasAddress
  }
}
