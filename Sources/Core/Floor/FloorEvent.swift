/// Everything that happened, in order: the single source for the current floor, for resuming, for recovery and for the
/// summaries. Stored and sent as JSON with the case as its only key: `{"moved": {"who": …}}`.
package enum FloorEvent: Hashable, Sendable, Codable {
  // Doors and people
  case doors(state: Doors)
  case arrived(who: ParticipantID, profile: Participant.Profile, mode: Participant.Mode, leavesAt: Moment?)
  case changed(who: ParticipantID, profile: Participant.Profile)
  case mode(who: ParticipantID, mode: Participant.Mode, muted: Bool)
  case asked(who: ParticipantID)
  case entered(who: ParticipantID)
  case away(who: ParticipantID)
  case back(who: ParticipantID)
  case left(who: ParticipantID)
  case removed(who: ParticipantID, by: ParticipantID)
  case hosting(who: ParticipantID, from: ParticipantID)
  case hand(who: ParticipantID, since: Moment?)
  /// By whoever hosts; the muted person opens their microphone again themselves.
  case muted(who: ParticipantID, by: ParticipantID)
  /// Away for a minute; `since` is nil when they are back.
  case pausing(who: ParticipantID, since: Moment?)
  /// Two people talk in private; empty when they are done.
  case backstage(who: [ParticipantID])
  case murmur(isOn: Bool)
  case whispered(whisper: Whisper)
  /// `who` wants no private text from this person; only `who` knows.
  case hushed(who: ParticipantID, hush: Hush)

  // Tables
  case tableOpened(table: TableID, topic: String, limit: Int)
  case tableClosed(table: TableID)
  case topic(table: TableID, topic: String, by: ParticipantID)
  case privacy(table: TableID, isPrivate: Bool, by: ParticipantID)
  /// To a table and seat, or to none (nil) while on the way.
  case moved(who: ParticipantID, table: TableID?, seat: Int?)
  case knocked(who: ParticipantID, table: TableID)
  /// Answered by somebody at the table, or withdrawn by the person who knocked.
  case knockEnded(who: ParticipantID, table: TableID, isWelcome: Bool)

  // At a table
  case said(saying: Saying)
  case coaster(line: CoasterLine)
  case promised(promise: PartyPromise)
  case cardOffered(from: ParticipantID, to: ParticipantID)
  case cardWithdrawn(from: ParticipantID, to: ParticipantID)
  /// `to` laid the card aside; only `to` knows.
  case cardLaidAside(from: ParticipantID, to: ParticipantID)
  /// `to` took the card `from` offered: now each has the other's.
  case cardTaken(from: ParticipantID, to: ParticipantID)

  // The programme
  case programme(parts: [Programme.Part])
  case part(clock: ProgrammeClock)
  case warned(endsAt: Moment)
  case extended(endsAt: Moment, by: ParticipantID?)
  case held(since: Moment?, endsAt: Moment)
  case speakers(queue: [ParticipantID])
  case speaker(who: ParticipantID?, until: Moment?)
  case wordOffered(who: ParticipantID)
  case wordPassed(who: ParticipantID)
  case glass(who: ParticipantID?)
  case announced(text: String, by: ParticipantID, at: Moment)
  case rounds(rounds: Rounds?)
  case staying(who: ParticipantID, isStaying: Bool)
  /// The guest of honour gave a time, came, went, was asked the next question or was thanked.
  case honour(progress: GuestOfHonour.Progress)
  case ended(by: ParticipantID?)
}

package enum Doors: String, Hashable, Sendable, Codable {
  /// Before the time: only the lobby is open.
  case closed
  /// The host lets people in one by one.
  case knock
  case open
}
