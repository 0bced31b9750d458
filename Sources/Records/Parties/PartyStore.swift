import Core
import Database
import Foundation
import House

/// Parties. A host's party can be read only with the host's id.
package struct PartyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such party.
  package func party(_ id: PartyID, of host: HostID) throws -> Party {
    let row = try connection.row("SELECT * FROM party WHERE id = \(id) AND host_id = \(host)")
    guard let party = try row.map(Party.init) else { throw AppError.notFound }
    return party
  }

  /// For background work and guests, whose rights come from elsewhere.
  package func party(_ id: PartyID) throws -> Party {
    guard let row = try connection.row("SELECT * FROM party WHERE id = \(id)") else { throw AppError.notFound }
    return try Party(row)
  }

  /// Newest first.
  package func parties(of host: HostID) throws -> [Party] {
    try connection.rows("SELECT * FROM party WHERE host_id = \(host) ORDER BY id DESC", as: Party.init)
  }

  package func insert(_ party: Party) throws {
    try connection.execute(
      """
      INSERT INTO party (
        id, host_id, occasion_id, state, title, topic, question, contribution, address_form, seats, minutes, zone,
        date_kind, starts_at, confirmed_at, poll_deadline, poll_noticed_at, answer_days, reminder_days, release_mode,
        expected_declines, calendar_uid, calendar_sequence, cancel_reason, created_at, changed_at,
        day_before_hour)
      VALUES (
        \(party.id), \(party.host), \(party.occasion), \(party.stage), \(party.title), \(party.substance.topic),
        \(party.substance.question), \(party.substance.contribution), \(party.form), \(party.seats), \(party.minutes),
        \(party.zone), \(party.dateKind), \(party.start), \(party.confirmedAt), \(party.pollDeadline),
        \(party.pollNoticedAt), \(party.answerDays), \(party.reminderDays), \(party.release), \(party.expectedDeclines),
        \(party.revision.uid), \(party.revision.sequence), \(party.cancelReason), \(party.createdAt), \(party.createdAt),
        \(party.dayBeforeHour ?? Party.noHour))
      """)
  }

  package func update(_ party: Party, at now: Date) throws {
    try connection.execute(
      """
      UPDATE party SET
        occasion_id = \(party.occasion), state = \(party.stage), title = \(party.title), topic = \(party.substance.topic),
        question = \(party.substance.question), contribution = \(party.substance.contribution),
        address_form = \(party.form), seats = \(party.seats), minutes = \(party.minutes), zone = \(party.zone),
        date_kind = \(party.dateKind), starts_at = \(party.start), confirmed_at = \(party.confirmedAt),
        poll_deadline = \(party.pollDeadline), poll_noticed_at = \(party.pollNoticedAt),
        answer_days = \(party.answerDays), reminder_days = \(party.reminderDays), release_mode = \(party.release),
        expected_declines = \(party.expectedDeclines), calendar_sequence = \(party.revision.sequence),
        cancel_reason = \(party.cancelReason), not_held = \(party.isMissed),
        day_before_hour = \(party.dayBeforeHour ?? Party.noHour), opens_itself = \(party.opensItself), changed_at = \(now)
      WHERE id = \(party.id) AND host_id = \(party.host)
      """)
  }
}

extension Party {
  /// The stored value for no hour.
  fileprivate static let noHour = -1

  package init(_ row: Row) throws {
    let dayBeforeHour: Int = try row.get("day_before_hour")
    self.init(
      id: try row.get("id"), host: try row.get("host_id"), occasion: try row.find("occasion_id"),
      stage: try row.get("state"), title: try row.get("title"),
      substance: Substance(
        topic: try row.get("topic"), question: try row.get("question"), contribution: try row.get("contribution")),
      form: try row.get("address_form"), seats: try row.get("seats"), minutes: try row.get("minutes"),
      zone: try row.get("zone"), dateKind: try row.get("date_kind"), start: try row.find("starts_at"),
      confirmedAt: try row.find("confirmed_at"), pollDeadline: try row.find("poll_deadline"),
      pollNoticedAt: try row.find("poll_noticed_at"), answerDays: try row.get("answer_days"),
      reminderDays: try row.get("reminder_days"), release: try row.get("release_mode"),
      expectedDeclines: try row.get("expected_declines"), signer: try Signer(row),
      revision: CalendarRevision(uid: try row.get("calendar_uid"), sequence: try row.get("calendar_sequence")),
      cancelReason: try row.get("cancel_reason"), createdAt: try row.get("created_at"),
      isMissed: try row.get("not_held"), dayBeforeHour: dayBeforeHour == Self.noHour ? nil : dayBeforeHour,
      opensItself: try row.get("opens_itself"))
  }
}

extension PartyStage: Bindable {}
extension AddressForm: Bindable {}
extension Party.DateKind: Bindable {}
extension WavePlan<GuestID>.Release: Bindable {}
