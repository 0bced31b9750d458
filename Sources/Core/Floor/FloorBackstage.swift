/// A private word with the guest of honour before their part: two people who hear each other while nobody else hears
/// them.
extension FloorDraft {
  /// The host asks the guest of honour aside; either can end it. A person who has the word can't step aside.
  mutating func goBackstage(_ isOpen: Bool) throws(FloorRefusal) {
    guard isOpen else {
      guard floor.isBackstage(who) else { throw .noSuchOffer }
      return happen(.backstage(who: []))
    }
    guard floor.mayHost(who) else { throw .notHosting }
    guard let guest = floor.honour?.who, guest != who, floor.isInside(guest) else { throw .noSuchPerson }
    let both = [who, guest]
    guard floor.mayBeBackstage else { throw .noPart }
    guard !both.contains(where: floor.isHeardByAll) else { throw .hasWord }
    guard floor.backstage != both else { return }
    for one in both { stepAside(one) }
    happen(.backstage(who: both))
  }

  /// Somebody who goes to a table, gets the word or leaves the room has left the backstage; when their part begins, it
  /// ends for both.
  mutating func settleBackstage() {
    guard let both = floor.backstage else { return }
    let isKept = both.allSatisfy { one in
      floor.isInRoom(one) && floor.people[one]?.table == nil && !floor.isHeardByAll(one)
    }
    if !isKept || !floor.mayBeBackstage { happen(.backstage(who: [])) }
  }

  private mutating func stepAside(_ one: ParticipantID) {
    endKnock(of: one)
    lowerHand(of: one)
    if floor.people[one]?.table != nil { happen(.moved(who: one, table: nil, seat: nil)) }
  }
}

extension Floor {
  package func isBackstage(_ who: ParticipantID) -> Bool { backstage?.contains(who) ?? false }

  fileprivate var mayBeBackstage: Bool { part?.kind != .guestOfHonour && !hasEnded }

  fileprivate func isHeardByAll(_ who: ParticipantID) -> Bool {
    stage.glass == who || (isOnStage && stage.speaker == who)
  }
}
