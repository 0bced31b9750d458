/// Text from one person to another; nobody else sees it.
package struct Whisper: Hashable, Sendable, Codable {
  package let from: ParticipantID
  package let to: ParticipantID
  package let text: String
  package let at: Moment

  package init(from: ParticipantID, to: ParticipantID, text: String, at: Moment) {
    self.from = from
    self.to = to
    self.text = text
    self.at = at
  }
}

/// The people from whom somebody wants no private text, for the whole evening. Nobody else knows.
package struct Hush: Hashable, Sendable, Codable {
  package var isForAll: Bool
  package var people: [ParticipantID]

  package init(isForAll: Bool = false, people: [ParticipantID] = []) {
    self.isForAll = isForAll
    self.people = people
  }

  func covers(_ who: ParticipantID) -> Bool { isForAll || people.contains(who) }
}

extension FloorDraft {
  mutating func whisper(to guest: ParticipantID, _ text: String) throws(FloorRefusal) {
    let text = try FloorText.filledLines(text, upTo: FloorRules.whisperLength)
    guard floor.isInRoom(guest), guest != who else { throw .noSuchPerson }
    guard !floor.hush(of: guest).covers(who) else { throw .declined }
    guard floor.memory.whispers.count(where: { $0.from == who }) < FloorRules.whispers else { throw .tooManyLines }
    happen(.whispered(whisper: Whisper(from: who, to: guest, text: text, at: now)))
  }

  /// - Parameter guest: nil for everybody.
  mutating func hush(_ guest: ParticipantID?, _ isOn: Bool) throws(FloorRefusal) {
    var hush = floor.hush(of: who)
    if let guest {
      guard floor.people[guest] != nil, guest != who else { throw .noSuchPerson }
      hush.people.removeAll { $0 == guest }
      if isOn { hush.people.append(guest) }
    } else {
      hush.isForAll = isOn
    }
    if hush != floor.hush(of: who) { happen(.hushed(who: who, hush: hush)) }
  }
}

extension Floor {
  func hush(of who: ParticipantID) -> Hush { memory.hushes[who] ?? Hush() }
}
