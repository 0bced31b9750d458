import Core
import Database
import Foundation
import House

/// The facts that decide who is due to be erased.
package struct RetentionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package struct Candidate: Sendable {
    package let person: PersonID
    package let host: HostID
    package let dealings: PersonDealings

    package init(person: PersonID, host: HostID, dealings: PersonDealings) {
      self.person = person
      self.host = host
      self.dealings = dealings
    }
  }

  /// People of all hosts in the order of their ids, for going through them in batches.
  package func candidates(after last: PersonID?, limit: Int) throws -> [Candidate] {
    try connection.rows(
      "\(Self.selection) WHERE person.id > \(last?.description ?? "") ORDER BY person.id LIMIT \(limit)",
      as: Candidate.init)
  }

  /// The current state of these people.
  package func candidates(_ people: [PersonID]) throws -> [Candidate] {
    try connection.rows("\(Self.selection) WHERE person.id IN \(list: people)", as: Candidate.init)
  }

  /// Removes lists that have nobody left.
  package func removeEmptyLists(before time: Date) throws {
    try connection.execute(
      """
      DELETE FROM people_list WHERE imported_at < \(time)
        AND NOT EXISTS (SELECT 1 FROM provenance WHERE provenance.list_id = people_list.id)
      """)
  }

  /// A place counts as planned while its party is ahead, dated by the host's last work on it or by the time they were
  /// put on the list.
  private static let selection: SQL = """
    SELECT person.id, person.host_id, person.created_at,
      (SELECT max(people_list.imported_at) FROM provenance JOIN people_list ON people_list.id = provenance.list_id
        WHERE provenance.person_id = person.id) AS listed_at,
      (SELECT max(guest.invited_at) FROM guest WHERE guest.person_id = person.id) AS invited_at,
      (SELECT max(outbox.created_at) FROM guest JOIN outbox ON outbox.guest_id = guest.id
        WHERE guest.person_id = person.id AND outbox.kind = 'letter') AS lettered_at,
      (SELECT max(CASE WHEN party.changed_at > guest.created_at THEN party.changed_at ELSE guest.created_at END)
        FROM guest JOIN party ON party.id = guest.party_id
        WHERE guest.person_id = person.id AND guest.standing <> 'excluded' AND guest.invited_at IS NULL
          AND party.state IN ('draft', 'inviting', 'scheduled', 'open')) AS planned_at,
      (SELECT count(*) FROM circle_member WHERE circle_member.person_id = person.id) AS circles,
      (SELECT count(*) FROM guest WHERE guest.person_id = person.id AND \(acted)) AS acts
    FROM person
    """

  private static let acted: SQL = """
    (guest.answered_at IS NOT NULL OR guest.answer IS NOT NULL OR guest.removed_at IS NOT NULL
      OR guest.word || guest.wishes || guest.brings || guest.arrives || guest.leaves || guest.zone || guest.drink <> ''
      OR guest.card_name || guest.card_line || guest.card_email || guest.card_phone || guest.card_web <> ''
      OR EXISTS (SELECT 1 FROM participant WHERE participant.guest_id = guest.id)
      OR EXISTS (SELECT 1 FROM vote WHERE vote.guest_id = guest.id)
      OR EXISTS (SELECT 1 FROM honour_question WHERE honour_question.guest_id = guest.id)
      OR EXISTS (SELECT 1 FROM honour_vote WHERE honour_vote.guest_id = guest.id)
      OR guest.shown <> ''
      OR EXISTS (SELECT 1 FROM line_test WHERE line_test.guest_id = guest.id)
      OR EXISTS (SELECT 1 FROM guest_mail WHERE guest_mail.guest_id = guest.id
        AND guest_mail.kind IN ('words', 'answer', 'calendar', 'counter', 'delegation'))
      OR EXISTS (SELECT 1 FROM guest_event WHERE guest_event.guest_id = guest.id
        AND guest_event.kind IN ('vote', 'wishes', 'times', 'card', 'late', 'assistant', 'referral', 'wrote', 'objectionBack')))
    """
}

extension RetentionStore.Candidate {
  fileprivate init(_ row: Row) throws {
    let (acts, circles): (Int, Int) = (try row.get("acts"), try row.get("circles"))
    let written: [Date] = [try row.find("invited_at"), try row.find("lettered_at")].compactMap { $0 }
    self.init(
      person: try row.get("id"), host: try row.get("host_id"),
      dealings: PersonDealings(
        createdAt: try row.get("created_at"), listedAt: try row.find("listed_at"), writtenAt: written.max(),
        plannedAt: try row.find("planned_at"), hasActed: acts > 0, hasCircle: circles > 0))
  }
}
