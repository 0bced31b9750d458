import Core
import Database
import Foundation
import House

/// Gathers the facts behind journeys, with the same few statements for one party and for many.
package struct JourneyStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such party.
  package func facts(_ id: PartyID, of host: HostID) throws -> PartyFacts {
    let found = try facts(
      of: host, with: try counts(of: host), where: "party.id = \(id)", order: "party.id DESC", limit: 1)
    guard let facts = found.first else { throw AppError.notFound }
    return facts
  }

  /// A batch of the host's parties: active ones first, newest first within each group.
  package func facts(
    of host: HostID, with counts: HostCounts, matching filter: PartyFilter = PartyFilter(), limit: Int, offset: Int = 0
  ) throws -> [PartyFacts] {
    let order: SQL = "\(Self.isOver), party.id DESC"
    let condition = try filter.condition(host, connection)
    return try facts(of: host, with: counts, where: condition, order: order, limit: limit, offset: offset)
  }

  /// The number of the host's parties that match.
  package func count(of host: HostID, matching filter: PartyFilter) throws -> Int {
    let condition = try filter.condition(host, connection)
    return try connection.count(
      "SELECT count(*) AS n FROM party WHERE party.host_id = \(host) AND \(condition)")
  }

  /// The active ones that are furthest along; of equals, the newest. A party that is over counts as active as long as
  /// mails of it are waiting for the host.
  package func underWay(of host: HostID, with counts: HostCounts, limit: Int) throws -> [PartyFacts] {
    let order: SQL = """
      CASE party.state WHEN 'open' THEN 1 WHEN 'inviting' THEN 2 WHEN 'scheduled' THEN 3 ELSE 4 END, party.id DESC
      """
    let condition: SQL = """
      (\(Self.isOver) = 0 OR EXISTS (
        SELECT 1 FROM outbox WHERE outbox.party_id = party.id AND outbox.state IN ('byHand', 'filed')
          AND outbox.kind NOT IN ('signIn', 'notice')))
      """
    return try facts(of: host, with: counts, where: condition, order: order, limit: limit)
  }

  package func counts(of host: HostID) throws -> HostCounts {
    try connection.remembered(
      """
      SELECT (SELECT count(*) FROM person WHERE host_id = \(host)) AS people,
        (SELECT count(*) FROM party WHERE host_id = \(host)) AS parties,
        (SELECT count(*) FROM party WHERE host_id = \(host) AND \(Self.isOver) = 0) AS under_way
      """
    ) { rows in
      guard let row = rows.first else { return HostCounts() }
      return HostCounts(
        people: try row.get("people"), parties: try row.get("parties"), underWay: try row.get("under_way"))
    }
  }

  package static let isOver: SQL = "CASE WHEN party.state IN ('ended', 'closed', 'cancelled') THEN 1 ELSE 0 END"

  private func facts(
    of host: HostID, with counts: HostCounts, where condition: SQL, order: SQL, limit: Int, offset: Int = 0
  ) throws -> [PartyFacts] {
    try connection.remembered(
      """
      SELECT party.*, CAST(\(counts.people) AS BIGINT) AS people_known, occasion.kind AS occasion_kind, occasion.name AS occasion_name, occasion.year AS occasion_year,
        second.name AS cohost_name, second.email AS cohost_email, cohost.accepted_at AS cohost_since,
        cohost.hears, cohost.owner_hears,
        circle.name AS circle_name, held_act.id AS held_id, held_act.kind AS held_kind, held_act.detail AS held_detail,
        held_act.mails AS held_mails, held_act.due_at AS held_due_at, held_act.problem AS held_problem,
        (SELECT count(*) FROM outbox WHERE outbox.party_id = party.id AND outbox.state = 'failed'
          AND outbox.kind NOT IN ('signIn', 'notice')) AS failed_mails,
        (SELECT count(*) FROM outbox WHERE outbox.party_id = party.id AND outbox.state IN ('byHand', 'filed')
          AND outbox.kind NOT IN ('signIn', 'notice')) AS mails_for_host,
        (SELECT count(*) FROM outbox WHERE outbox.party_id = party.id AND outbox.state IN ('queued', 'sending')
          AND outbox.kind NOT IN ('signIn', 'notice')) AS queued_mails,
        (SELECT count(*) FROM guest_mail JOIN guest ON guest.id = guest_mail.guest_id
          WHERE guest.party_id = party.id) AS mails_in,
        (SELECT count(*) FROM guest_mail JOIN guest ON guest.id = guest_mail.guest_id
          WHERE guest.party_id = party.id AND guest_mail.settled_at IS NULL
          AND guest_mail.kind IN \(list: Array(GuestMail.Kind.forHost))) AS open_mails_in,
        (SELECT count(*) FROM participant WHERE participant.party_id = party.id
          AND participant.guest_id IS NOT NULL AND participant.entered_at IS NOT NULL) AS came
      FROM (
        SELECT * FROM party WHERE party.host_id = \(host) AND \(condition)
        ORDER BY \(order) LIMIT \(limit) OFFSET \(offset)) AS party
        LEFT JOIN occasion ON occasion.id = party.occasion_id AND occasion.host_id = party.host_id
        LEFT JOIN circle ON circle.id = party.circle_id
        LEFT JOIN cohost ON cohost.party_id = party.id LEFT JOIN host AS second ON second.id = cohost.host_id
        LEFT JOIN held_act ON held_act.party_id = party.id
      ORDER BY \(order)
      """
    ) { try fill($0.map(PartyFacts.init)) }
  }

  /// Guests, polls and objections for all of them at once.
  private func fill(_ parties: [PartyFacts]) throws -> [PartyFacts] {
    if parties.isEmpty { return [] }
    let invited = try GuestStore(connection: connection).invited(to: parties.map { $0.party.id })
    let polls = try polls(of: parties.map { $0.party })
    let objected = try SuppressionStore(connection: connection).objected(
      among: invited.values.joined().map { $0.known })
    return parties.map { facts in
      var facts = facts
      facts.fill(invited[facts.party.id] ?? [], polls[facts.party.id], objected: objected)
      return facts
    }
  }

  /// Slots, and the votes on them, of the parties whose guests vote.
  private func polls(of parties: [Party]) throws -> [PartyID: StoredPoll] {
    let voting = Dictionary(parties.filter { $0.dateKind == .poll }.map { ($0.id, $0.minutes) }) { first, _ in first }
    if voting.isEmpty { return [:] }
    var polls: [PartyID: StoredPoll] = [:]
    try connection.forEach(
      """
      SELECT slot.party_id, slot.id, slot.starts_at, vote.guest_id, vote.value
      FROM slot LEFT JOIN vote ON vote.slot_id = slot.id
      WHERE slot.party_id IN \(list: Array(voting.keys)) ORDER BY slot.starts_at, slot.id
      """
    ) { row in
      let (party, id): (PartyID, SlotID) = (try row.get("party_id"), try row.get("id"))
      let slot = Slot(id: id, start: try row.get("starts_at"), minutes: voting[party] ?? 0)
      polls[party, default: StoredPoll()].add(slot, by: try row.find("guest_id"), try row.find("value"))
    }
    return polls
  }
}

/// The sizes of a host's collections.
package struct HostCounts: Sendable {
  package var people = 0
  package var parties = 0
  package var underWay = 0

  package init(people: Int = 0, parties: Int = 0, underWay: Int = 0) {
    self.people = people
    self.parties = parties
    self.underWay = underWay
  }
}
