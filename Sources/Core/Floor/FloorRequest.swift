/// A participant's request to the floor, which decides. JSON with the case as its only key: `{"move": {"table":
/// "t2"}}`.
package enum FloorRequest: Hashable, Sendable, Codable {
  // Anybody
  /// The lobby is reached: who the person is, and what they take part with.
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
  /// Somewhere with room, where one knows fewest people and is welcome.
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
  /// True takes it and gives one's own; false lays it aside without a word.
  case answerCard(from: ParticipantID, take: Bool)
  /// One more minute for the current part.
  case oneMoreMinute
  case askForWord
  /// Takes back the hand, or passes up the word that was offered.
  case passWord
  /// The speaker is done.
  case doneSpeaking
  case stay(isStaying: Bool)
  /// Away from the page for a minute, or back.
  case pause(isOn: Bool)
  /// Text to one person.
  case whisper(to: ParticipantID, text: String)
  /// No more text from this person, or from anybody (nil); or welcome again.
  case hush(from: ParticipantID?, isOn: Bool)
  /// The host asks the guest of honour aside; either of the two ends it.
  case backstage(isOpen: Bool)
  /// From the guest of honour, wherever they are, or from whoever hosts: this many minutes after the agreed time.
  case comeLater(minutes: Int)

  // Whoever hosts
  case doors(state: Doors)
  case letIn(who: ParticipantID)
  case remove(who: ParticipantID)
  /// Closes somebody's microphone; they can open it again.
  case mute(who: ParticipantID)
  /// Closes all microphones at a table except one's own.
  case muteTable(table: TableID)
  case lowerHands
  /// Turns the quiet noise of a bar on or off.
  case murmur(isOn: Bool)
  case handOver(to: ParticipantID)
  case glass(isUp: Bool)
  case announce(text: String)
  case programme(parts: [Programme.Part])
  /// Starts the programme or its next part; `index` picks another one.
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
