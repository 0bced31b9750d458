/// A wish that no schedule can fulfil.
package enum ImpossibleWish: Sendable, Hashable {
  /// They must meet, and must not.
  case contradiction(GuestPair)
  /// They must meet, but are never there in the same round.
  case neverThereTogether(GuestPair)
  /// A guest must meet more people than there are seats beside them in all their rounds.
  case tooManyToMeet(guest: Int, wished: Int, possible: Int)
  /// In one round a guest must be kept apart from so many people that even the smallest table can't be filled around
  /// them.
  case nobodyToSitWith(guest: Int, round: Int)
  /// These guests must all be apart from each other, but there are fewer tables.
  case tooFewTables(guests: [Int], round: Int)

  /// The wishes that simple counts prove impossible, in this order; finding none proves nothing.
  package static func all(in instance: RotationInstance) -> [ImpossibleWish] {
    meetings(instance) + instance.tableSizes.indices.flatMap { separations(instance, round: $0) }
  }

  /// An English sentence, with guests' names as `name` gives them.
  package func sentence(_ name: (Int) -> String = { String($0) }) -> String {
    switch self {
    case .contradiction(let pair):
      "\(name(pair.low)) and \(name(pair.high)) must meet and must not sit together."
    case .neverThereTogether(let pair):
      "\(name(pair.low)) and \(name(pair.high)) must meet but are never there together."
    case .tooManyToMeet(let guest, let wished, let possible):
      "\(name(guest)) must meet \(wished) people but can meet at most \(possible)."
    case .nobodyToSitWith(let guest, let round):
      "In round \(round + 1) too few people may sit with \(name(guest)) to fill a table."
    case .tooFewTables(let guests, let round):
      "In round \(round + 1) there are too few tables to keep \(guests.map(name).joined(separator: ", ")) apart."
    }
  }

  private static func meetings(_ instance: RotationInstance) -> [ImpossibleWish] {
    let wishes = instance.must.sorted()
    let pairs: [ImpossibleWish] = wishes.compactMap { pair in
      if instance.apart.contains(pair) { return .contradiction(pair) }
      let isApart = instance.presence[pair.low].isDisjoint(with: instance.presence[pair.high])
      return isApart ? .neverThereTogether(pair) : nil
    }
    return pairs + (0..<instance.guestCount).compactMap { tooMany($0, wishes, instance) }
  }

  private static func tooMany(_ guest: Int, _ wishes: [GuestPair], _ instance: RotationInstance) -> ImpossibleWish? {
    let wished = wishes.count { $0.low == guest || $0.high == guest }
    let possible = instance.presence[guest].map { (instance.tableSizes[$0].max() ?? 1) - 1 }.reduce(0, +)
    return wished > possible ? .tooManyToMeet(guest: guest, wished: wished, possible: possible) : nil
  }

  private static func separations(_ instance: RotationInstance, round: Int) -> [ImpossibleWish] {
    let guests = instance.present(in: round)
    guard !instance.apart.isEmpty, let smallest = instance.tableSizes[round].min() else { return [] }
    let lonely: [ImpossibleWish] = guests.compactMap { guest in
      let mates = guests.count { $0 != guest && !instance.apart.contains(GuestPair(guest, $0)) }
      return mates < smallest - 1 ? .nobodyToSitWith(guest: guest, round: round) : nil
    }
    let apart = largestSeparation(among: guests, instance)
    let tables = instance.tableSizes[round].count
    return apart.count > tables ? lonely + [.tooFewTables(guests: apart, round: round)] : lonely
  }

  /// A large group whose members must all be kept apart, found greedily from each guest.
  private static func largestSeparation(among guests: [Int], _ instance: RotationInstance) -> [Int] {
    let groups = guests.map { first in
      guests.reduce(into: [first]) { group, guest in
        if group.allSatisfy({ $0 != guest && instance.apart.contains(GuestPair($0, guest)) }) { group.append(guest) }
      }
    }
    return (groups.max { $0.count < $1.count } ?? []).sorted()
  }
}
