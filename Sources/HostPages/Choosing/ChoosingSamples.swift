import Acts
import Core
import Foundation
import House
import Records

extension ChoosingPage {
  package static var samples: [ChoosingPage] {
    var nobody = PartyFacts.fresh
    nobody.party.seats = 14
    return [
      sample(.draft, candidates: CandidateRow.samples, total: 109, proposal: .sample),
      sample(.prepared, candidates: CandidateRow.samples, total: 24, page: 2),
      sample(.inviting, candidates: CandidateRow.samples, total: 4),
      sample(nobody, candidates: [], total: 0),
      sample(.draft, candidates: [], total: 0, search: "Hafenlogistik"),
    ]
  }

  private static func sample(
    _ facts: PartyFacts, candidates: [CandidateRow], total: Int, page: Int = 1, search: String = "",
    proposal: Proposal? = nil
  ) -> ChoosingPage {
    var query = ChoosingQuery()
    (query.list, query.page, query.search) = (.all, page, search)
    let list = ChoosableList(
      id: PeopleListID(at: PartyFacts.sampleTime, random: (6, 6)), name: "Coaching-Kongress 2026",
      occasion: KnownOccasion.sample.id, count: 117)
    var facts = facts
    if facts.guests.count > 8 { facts.guests[8].guest.standing = .excluded }
    return ChoosingPage(
      facts: facts, hostName: "Miriam Sander", topic: facts.party.substance.topic,
      question: facts.party.substance.question, lists: [list], query: query, candidates: candidates, total: total,
      proposal: proposal, objected: ["widerspruch@example.org"], now: PartyFacts.sampleTime)
  }
}

extension CandidateRow {
  package static var samples: [CandidateRow] {
    [
      sample(
        1, "Priya Raghunathan", "Krankenhausverbund Ems", "priya@example.org",
        [TopicReason(title: "Coaching in der Behörde: drei Jahre später", words: ["Coaching", "Behörde"])]),
      sample(
        2, "Tobias Reuther", "Reuther & Kolleginnen, Ulm", "",
        [
          TopicReason(title: "Beziehung auf Distanz im Amt", words: ["Amt"]),
          TopicReason(title: "Coaching ohne Auftrag", words: ["Coaching"]),
        ]),
      sample(3, "Cornelius Faber", "selbstständig, Trier", "widerspruch@example.org", []),
      sample(4, "Birte Jansen", "Hafenlogistik Nord, Emden", "birte@example.org", [], topics: []),
    ]
  }

  private static func sample(
    _ number: UInt64, _ name: String, _ organisation: String, _ email: String, _ reasons: [TopicReason],
    topics: [String] = ["Teamarbeit im Schichtbetrieb"]
  ) -> CandidateRow {
    CandidateRow(
      candidate: RankedCandidate(
        id: PersonID(at: PartyFacts.sampleTime, random: (number, 8)), name: name, score: Double(reasons.count),
        reasons: reasons),
      details: CandidateDetails(email: email, organisation: organisation, role: "", topics: topics))
  }
}
