/// What a participant asks of the floor. The floor decides. JSON with the case as its only key: `{"move": {"table": "t2"}}`.
package enum FloorRequest: Hashable, Sendable, Codable {
  // Anybody
  /// The lobby is reached: who one is and with what one takes part.
  case arrive(profile: Participant.Profile, mode: Participant.Mode)
  case change(profile: Participant.Profile)
  case mode(mode: Participant.Mode, muted: Bool)
  /// Through the door: in, or waiting for the host's nod.
  case enter
  case leave
  case hand(up: Bool)
  /// To a table; to a private one it knocks.
  case move(table: TableID)
  /// To a table with nobody at it.
  case moveToFreeTable
  /// Somewhere with room: where one knows fewest and is welcome.
  case moveSomewhere
  /// Away from the table, into the room.
  case stepAway
  case withdrawKnock
  case answerKnock(who: ParticipantID, isWelcome: Bool)
  case topic(topic: String)
  case privacy(isPrivate: Bool)
  case say(text: String)
  /// A new line (nil), or another text for a line at the revision one has read.
  case coaster(line: Int?, revision: Int?, text: String)
  case promise(to: [ParticipantID], text: String)
  case offerCard(to: ParticipantID)
  case withdrawCard(to: ParticipantID)
  /// True takes it (and gives one's own), false lays it aside without a word.
  case answerCard(from: ParticipantID, take: Bool)
  /// One more minute for the current part.
  case oneMoreMinute
  case askForWord
  /// Takes the hand back, or passes the word that was offered.
  case passWord
  /// The speaker is done.
  case doneSpeaking
  case stay(isStaying: Bool)
  /// Away from the page for a minute, or back.
  case pause(isOn: Bool)
  /// Text to one person.
  case whisper(to: ParticipantID, text: String)
  /// No text from this person any more, or from anybody (nil); or it is welcome again.
  case hush(from: ParticipantID?, isOn: Bool)
  /// Whoever hosts asks the guest of honour aside; either of the two ends it.
  case backstage(isOpen: Bool)
  /// By the guest of honour, from wherever they are, or who hosts: so many minutes after the time that was agreed on.
  case comeLater(minutes: Int)

  // Who hosts
  case doors(state: Doors)
  case letIn(who: ParticipantID)
  case remove(who: ParticipantID)
  /// Closes somebody's microphone, who can open it again.
  case mute(who: ParticipantID)
  /// Closes all microphones at a table but one's own.
  case muteTable(table: TableID)
  case lowerHands
  /// The quiet noise of a bar, or none.
  case murmur(isOn: Bool)
  case handOver(to: ParticipantID)
  case glass(isUp: Bool)
  case announce(text: String)
  case programme(parts: [Programme.Part])
  /// Starts the programme, or its next part; `index` for another one.
  case nextPart(index: Int?)
  case extend(seconds: Int)
  case hold(isHeld: Bool)
  case speakers(queue: [ParticipantID])
  case nextSpeaker(who: ParticipantID?)
  case extendSpeaker
  case offerWord(to: ParticipantID)
  /// Puts the next of the picked questions to the guest of honour.
  case nextQuestion
  case startRounds(count: Int, minutes: Int)
  case endRounds
  case end
}
