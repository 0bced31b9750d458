import Core
import Database
import Foundation
import House

/// The questions a circle would like to ask its guest of honour. Nobody is told who voted for which.
package struct HonourQuestionStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// In voted order.
  package func questions(of party: PartyID) throws -> [CircleQuestion<HonourQuestionID>] {
    try connection.rows(
      """
      SELECT honour_question.id, honour_question.text, honour_question.asked_at, honour_question.picked,
        (SELECT count(*) FROM honour_vote WHERE honour_vote.question_id = honour_question.id) AS votes
      FROM honour_question WHERE party_id = \(party) ORDER BY honour_question.id
      """
    ) { row in
      CircleQuestion(
        id: try row.get("id"), text: try row.get("text"), votes: try row.get("votes"),
        askedAt: try row.get("asked_at"), isPicked: try row.get("picked"))
    }.inVotedOrder()
  }

  /// The author of each question; the host's own questions have none.
  package func authors(of party: PartyID) throws -> [HonourQuestionID: GuestID] {
    let rows = try connection.rows(
      "SELECT id, guest_id FROM honour_question WHERE party_id = \(party) AND guest_id IS NOT NULL"
    ) { (try $0.get("id", as: HonourQuestionID.self), try $0.get("guest_id", as: GuestID.self)) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter author: nil for the host.
  package func ask(_ id: HonourQuestionID, _ text: String, by author: GuestID?, at party: PartyID, now: Moment) throws {
    try connection.execute(
      """
      INSERT INTO honour_question (id, party_id, guest_id, text, asked_at)
      VALUES (\(id), \(party), \(author), \(text), \(now))
      """)
  }

  /// Voting twice changes nothing. A question of another party is left alone.
  package func vote(_ question: HonourQuestionID, isFor: Bool, by guest: GuestID, at party: PartyID) throws {
    guard isFor else {
      try connection.execute("DELETE FROM honour_vote WHERE question_id = \(question) AND guest_id = \(guest)")
      return
    }
    try connection.execute(
      """
      INSERT INTO honour_vote (question_id, guest_id)
      SELECT honour_question.id, guest.id FROM honour_question JOIN guest ON guest.party_id = honour_question.party_id
      WHERE honour_question.id = \(question) AND guest.id = \(guest) AND guest.party_id = \(party)
      ON CONFLICT (question_id, guest_id) DO NOTHING
      """)
  }

  /// Takes a question back. - Parameter author: nil for the host, who may take back any.
  package func delete(_ question: HonourQuestionID, by author: GuestID?, at party: PartyID) throws {
    if let author {
      try connection.execute(
        "DELETE FROM honour_question WHERE id = \(question) AND party_id = \(party) AND guest_id = \(author)")
    } else {
      try connection.execute("DELETE FROM honour_question WHERE id = \(question) AND party_id = \(party)")
    }
  }

  /// Replaces the host's earlier choice.
  package func pick(_ questions: Set<HonourQuestionID>, at party: PartyID) throws {
    try connection.execute("UPDATE honour_question SET picked = 0 WHERE party_id = \(party)")
    guard !questions.isEmpty else { return }
    try connection.execute(
      """
      UPDATE honour_question SET picked = 1
      WHERE party_id = \(party) AND id IN \(list: questions.sorted())
      """)
  }
}
