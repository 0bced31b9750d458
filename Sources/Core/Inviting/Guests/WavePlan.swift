/// Decides whom to write to next, so that open invitations never exceed the free seats and the declines still expected.
package struct WavePlan<ID: Hashable & Sendable>: Sendable {
  /// Seats for guests at this party.
  package let seats: Int
  /// The number of declines the host counts on; the part still expected shrinks as declines arrive.
  package let expectedDeclines: Int
  package let release: Release
  /// In the order of their standing.
  package let guests: [Guest]

  /// The step taken when a seat becomes free.
  package enum Release: String, Sendable, CaseIterable, Codable {
    case automatic
    /// The next guests are proposed, and written to once the host agrees.
    case afterNod
  }

  package struct Guest: Sendable {
    package let id: ID
    package let standing: Standing
    package let state: GuestState
    /// Was written to once, whatever their state says now.
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

  /// The next step. With automatic release, act on it at once; otherwise show it as a proposal.
  package struct Wave: Sendable, Equatable {
    /// Guests who answered late and now get a seat (`Invitation.Event.admitted`); they come before anybody new.
    package var admitted: [ID] = []
    /// Guests to write to (`Invitation.Event.invited`).
    package var written: [ID] = []

    package var isEmpty: Bool { admitted.isEmpty && written.isEmpty }
  }

  /// Takes a complete substance, so that no wave can exist before there is one.
  package init(
    seats: Int, expectedDeclines: Int = 0, release: Release, guests: [Guest], substance: CompleteSubstance
  ) {
    self.seats = max(0, seats)
    self.expectedDeclines = max(0, expectedDeclines)
    self.release = release
    self.guests = guests.sorted { $0.standing < $1.standing }
  }

  /// The wave that may go out without asking the host.
  package var due: Wave { release == .automatic ? next : Wave() }

  /// The wave the host is asked to agree to.
  package var proposed: Wave { release == .afterNod ? next : Wave() }

  /// The next guests in either mode; also the wave to write once the host has agreed.
  package var next: Wave {
    let admitted = guests.filter { $0.state == .waiting && !$0.isSuppressed }.prefix(room)
    let written = guests.filter(isNext).prefix(max(0, room - admitted.count))
    return Wave(admitted: admitted.map(\.id), written: written.map(\.id))
  }

  /// Chosen guests and reserves who are next in line but have no mail address: the host can only hand them the text in
  /// person.
  package var withoutAddress: [ID] {
    guests.filter { $0.state == .shortlisted && !$0.wasWrittenTo && !$0.isSuppressed && !$0.hasAddress }.map(\.id)
  }

  /// True if a guest who holds no seat, for instance one who answers late, can be given one.
  package var hasRoom: Bool { room > 0 }

  /// The number of further invitations that may be open.
  package var room: Int { max(0, seats + declinesStillExpected - seatsHeld) }

  /// Open invitations and acceptances.
  package var seatsHeld: Int { guests.count { $0.state.holdsSeat } }

  /// Everybody who was written to and no longer holds a seat counts as one of the declines: after a no, silence, an
  /// answer that came too late, or an invitation the host took back.
  package var declinesStillExpected: Int {
    max(0, expectedDeclines - guests.count { $0.wasWrittenTo && !$0.state.holdsSeat })
  }

  private func isNext(_ guest: Guest) -> Bool {
    guest.state == .shortlisted && !guest.wasWrittenTo && !guest.isSuppressed && guest.hasAddress
  }
}
