import Core
import Database
import Foundation
import House
import Records

/// Reminds guests who have said yes and voted on no date, once.
struct PollReminderPost {
  let services: Services
  let connection: any Connection
  let now: Date

  /// Calling it twice does nothing more.
  func look(after party: Party, _ host: Host) throws {
    guard party.dateKind == .poll, party.start == nil, party.stage == .inviting, party.reminderDays > 0,
      services.settings.smtp != nil
    else { return }
    let reminder = PollReminder(poll: try DatePoll(party, connection: connection), daysBefore: party.reminderDays)
    let written = try OutboxStore(connection: connection).keys(of: .pollReminder, at: party.id)
    for known in try GuestStore(connection: connection).guests(of: party.id)
    where known.isReachable && reminder.isDue(known.guest.id, known.guest.invitation, at: now) {
      let key = "pollReminder:\(known.guest.id)"
      if !written.contains(key) { try write(to: known, key: key, party, host) }
    }
  }

  private func write(to known: KnownGuest, key: String, _ party: Party, _ host: Host) throws {
    let letter = try LetterComposition(services: services).pollReminder(for: known, party: party, host: host)
    let postbox = Postbox(services: services)
    try postbox.post(
      postbox.mail(letter, kind: .pollReminder, key: key, guest: known, party: party, host: host), connection)
  }
}

extension LetterComposition {
  func pollReminder(for guest: KnownGuest, party: Party, host: Host) throws -> Letter {
    .pollReminder(
      try laterFacts(for: guest, party: party, host: host),
      until: party.pollDeadline.map { lastDay($0, for: guest, party) })
  }
}
