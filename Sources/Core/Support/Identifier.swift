import Foundation

/// The id of a stored thing: a UUIDv7 (RFC 9562 §5.7), so that ids sort by the time they were made. `Owner` only
/// prevents a person's id from being taken for a party's. It is two numbers, since every row that is read has several
/// ids, and is written and stored as text.
package struct Identifier<Owner>: Hashable, Comparable, Sendable, LosslessStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// Nil unless `text` is a UUID in lowercase hexadecimal with hyphens.
  package init?(_ text: String) {
    guard let (high, low) = halves(of: text) else { return nil }
    (self.high, self.low) = (high, low)
  }

  /// A new id from the time and 74 random bits; the rest of `random` is ignored.
  package init(at time: Date, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(max(0, time.timeIntervalSince1970 * 1000))
    high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
  }

  package var description: String { hyphenated(high, low) }

  package static func < (left: Identifier, right: Identifier) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// The places of the hyphens in an id's 36 characters.
private func isHyphen(_ place: Int) -> Bool { place == 8 || place == 13 || place == 18 || place == 23 }

/// The sixteen digits before the third hyphen and the sixteen after it. This stands outside of the generic type, so that it is
/// compiled once.
private func halves(of text: String) -> (high: UInt64, low: UInt64)? {
  var text = text
  return text.withUTF8 { bytes in
    guard bytes.count == 36 else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for place in 0..<36 {
      if isHyphen(place) {
        guard bytes[place] == UInt8(ascii: "-") else { return nil }
      } else {
        guard let digit = hexadecimal(bytes[place]) else { return nil }
        if place < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
      }
    }
    return (high, low)
  }
}

/// The value of a lowercase digit.
private func hexadecimal(_ byte: UInt8) -> UInt64? {
  switch byte {
  case 0x30...0x39: UInt64(byte - 0x30)
  case 0x61...0x66: UInt64(byte - 0x61 + 10)
  default: nil
  }
}

private func hyphenated(_ high: UInt64, _ low: UInt64) -> String {
  String(unsafeUninitializedCapacity: 36) { bytes in
    var (place, digits) = (0, 0)
    while place < 36 {
      if isHyphen(place) {
        bytes[place] = UInt8(ascii: "-")
      } else {
        let digit = UInt8(truncatingIfNeeded: (digits < 16 ? high : low) >> UInt64(60 - 4 * (digits % 16)) & 0xF)
        bytes[place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        digits += 1
      }
      place += 1
    }
    return 36
  }
}

/// The kinds of stored things that have an id.
package enum Entity {
  package enum Host {}
  package enum Session {}
  package enum Occasion {}
  package enum PeopleList {}
  package enum Import {}
  package enum Person {}
  package enum Party {}
  package enum Guest {}
  package enum Slot {}
  package enum OutboxMail {}
  package enum Circle {}
  package enum HonourQuestion {}
  package enum IncomingMail {}
  package enum HeldAct {}
  package enum APIToken {}
  package enum Webhook {}
  package enum WebhookDelivery {}
}

package typealias HostID = Identifier<Entity.Host>
package typealias SessionID = Identifier<Entity.Session>
package typealias OccasionID = Identifier<Entity.Occasion>
package typealias PeopleListID = Identifier<Entity.PeopleList>
package typealias ImportID = Identifier<Entity.Import>
package typealias PersonID = Identifier<Entity.Person>
package typealias PartyID = Identifier<Entity.Party>
package typealias GuestID = Identifier<Entity.Guest>
package typealias SlotID = Identifier<Entity.Slot>
package typealias OutboxMailID = Identifier<Entity.OutboxMail>
package typealias CircleID = Identifier<Entity.Circle>
package typealias HeldActID = Identifier<Entity.HeldAct>
package typealias IncomingMailID = Identifier<Entity.IncomingMail>
package typealias APITokenID = Identifier<Entity.APIToken>
package typealias WebhookID = Identifier<Entity.Webhook>
package typealias WebhookDeliveryID = Identifier<Entity.WebhookDelivery>
package typealias HonourQuestionID = Identifier<Entity.HonourQuestion>
