/// What happened, in order: the one source for the floor as it stands, for resuming, for recovering and for the summaries. Stored
/// and sent as JSON with the case as its only key: `{"moved": {"who": …}}`.
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
  /// By whoever hosts; who is muted opens the microphone again by themselves.
  case muted(who: ParticipantID, by: ParticipantID)
  /// Back in a minute; without `since`, back.
  case pausing(who: ParticipantID, since: Moment?)
  /// Two talk apart; nobody when they are done.
  case backstage(who: [ParticipantID])
  case murmur(isOn: Bool)
  case whispered(whisper: Whisper)
  /// From whom `who` wants no text to them alone; only they know.
  case hushed(who: ParticipantID, hush: Hush)

  // Tables
  case tableOpened(table: TableID, topic: String, limit: Int)
  case tableClosed(table: TableID)
  case topic(table: TableID, topic: String, by: ParticipantID)
  case privacy(table: TableID, isPrivate: Bool, by: ParticipantID)
  /// To a table and seat, or to nowhere (nil): on the way.
  case moved(who: ParticipantID, table: TableID?, seat: Int?)
  case knocked(who: ParticipantID, table: TableID)
  /// Answered by somebody at the table, or withdrawn by who knocked.
  case knockEnded(who: ParticipantID, table: TableID, isWelcome: Bool)

  // At a table
  case said(saying: Saying)
  case coaster(line: CoasterLine)
  case promised(promise: PartyPromise)
  case cardOffered(from: ParticipantID, to: ParticipantID)
  case cardWithdrawn(from: ParticipantID, to: ParticipantID)
  /// `to` laid the card aside; only they know.
  case cardLaidAside(from: ParticipantID, to: ParticipantID)
  /// `to` took the card that `from` offered: now each has the other's.
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
  /// The guest of honour said when they come, came, went, was asked the next question, was thanked.
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
