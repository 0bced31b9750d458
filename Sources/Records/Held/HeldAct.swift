import Core
import Database
import Foundation

/// A button the host has pressed that sends mail: for some seconds it waits and can be undone.
package struct HeldAct: Sendable, Equatable {
  package let id: HeldActID
  package let party: PartyID
  package let host: HostID
  /// Nil for the party's first host.
  package let pressedBy: HostID?
  package let deed: Deed
  /// The number of mails it sends.
  package let mails: Int
  package let dueAt: Date
  /// The reason why it was not done after all; nil while it waits.
  package var problem: Message?

  package init(
    id: HeldActID, party: PartyID, host: HostID, pressedBy: HostID? = nil, deed: Deed, mails: Int, dueAt: Date,
    problem: Message? = nil
  ) {
    self.id = id
    self.party = party
    self.host = host
    self.pressedBy = pressedBy == host ? nil : pressedBy
    self.deed = deed
    self.mails = mails
    self.dueAt = dueAt
    self.problem = problem
  }

  package enum Deed: Sendable, Equatable {
    /// The next letters, to these guests.
    case letters([GuestID])
    /// The guest's invitation is taken back.
    case withdrawal(GuestID)
    /// The letter to the guest of honour.
    case honourLetter
    /// The guest of honour's seat is released.
    case release
    /// The date is confirmed.
    case confirmation(PartyDate)
    /// A confirmed date moves.
    case move(PartyDate)
    /// A party that did not take place gets another date.
    case anew(PartyDate)
    /// The party won't take place, for this reason.
    case cancellation(String)
    /// The host's words to several guests, and which message of the party it is.
    case message(HostMessage, number: Int)
    /// The guest is reminded of their letter.
    case reminder(GuestID)
    /// The guest gets the seat for which they wait.
    case admission(GuestID)
  }
}

extension HeldAct.Deed {
  package var kind: String {
    switch self {
    case .letters: "letters"
    case .withdrawal: "withdrawal"
    case .honourLetter: "honourLetter"
    case .release: "release"
    case .confirmation: "confirmation"
    case .move: "move"
    case .anew: "anew"
    case .cancellation: "cancellation"
    case .message: "message"
    case .reminder: "reminder"
    case .admission: "admission"
    }
  }

  var detail: String {
    switch self {
    case .letters(let guests): guests.map(\.description).joined(separator: " ")
    case .withdrawal(let guest), .reminder(let guest), .admission(let guest): guest.description
    case .honourLetter, .release: ""
    case .confirmation(let date), .move(let date), .anew(let date):
      "\(Moment(date.instant).milliseconds) \(date.zone)"
    case .cancellation(let reason): reason
    case .message(let message, let number):
      "\(number) \(message.audience.rawValue)\n\(message.subject.replacing("\n", with: " "))\n\(message.text)"
    }
  }

  /// Nil if the two don't belong together.
  init?(kind: String, detail: String) {
    switch kind {
    case "letters": self = .letters(detail.split(separator: " ").compactMap { GuestID(String($0)) })
    case "withdrawal": self.init(guest: detail, Self.withdrawal)
    case "reminder": self.init(guest: detail, Self.reminder)
    case "admission": self.init(guest: detail, Self.admission)
    case "message": self.init(message: detail)
    case "honourLetter": self = .honourLetter
    case "release": self = .release
    case "cancellation": self = .cancellation(detail)
    default:
      let parts = detail.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
      let date = PartyDate(Moment(milliseconds: milliseconds).date, zone: String(parts[1]))
      switch kind {
      case "confirmation": self = .confirmation(date)
      case "move": self = .move(date)
      case "anew": self = .anew(date)
      default: return nil
      }
    }
  }

  private init?(guest detail: String, _ deed: (GuestID) -> Self) {
    guard let guest = GuestID(detail) else { return nil }
    self = deed(guest)
  }

  private init?(message detail: String) {
    let lines = detail.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 3, let space = lines[0].firstIndex(of: " "), let number = Int(lines[0][..<space]),
      let audience = HostMessage.Audience(rawValue: String(lines[0][lines[0].index(after: space)...]))
    else { return nil }
    self = .message(HostMessage(audience: audience, subject: lines[1], text: lines[2]), number: number)
  }
}
