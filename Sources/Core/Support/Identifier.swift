import Foundation

/// The id of a stored thing: a UUIDv7 as text (RFC 9562 §5.7), so that ids sort by the time they were made. `Owner`
/// only prevents a person's id from being taken for a party's.
package struct Identifier<Owner>: Hashable, Sendable, LosslessStringConvertible {
  package let description: String

  /// Nil unless `text` is a UUID in lowercase hexadecimal with hyphens.
  package init?(_ text: String) {
    guard isIdentifier(text) else { return nil }
    description = text
  }

  /// A new id from the time and 74 random bits; the rest of `random` is ignored.
  package init(at time: Date, random: (UInt64, UInt64)) {
    let milliseconds = UInt64(max(0, time.timeIntervalSince1970 * 1000))
    let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
    let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
    description = Self.hyphenated(high, low)
  }

  private static func hyphenated(_ high: UInt64, _ low: UInt64) -> String {
    let bytes = (high.bigEndian, low.bigEndian)
    return withUnsafeBytes(of: bytes) { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }.uuidString.lowercased()
  }
}

/// Says whether a text has the form of an id. It stands outside of the generic type because every row that is read calls it.
private func isIdentifier(_ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    guard bytes.count == 36 else { return false }
    for place in 0..<36 {
      let isAllowed =
        switch place {
        case 8, 13, 18, 23: bytes[place] == 0x2D
        default: (0x30...0x39).contains(bytes[place]) || (0x61...0x66).contains(bytes[place])
        }
      if !isAllowed { return false }
    }
    return true
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
