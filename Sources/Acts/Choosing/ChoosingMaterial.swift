import Core
import Database
import Foundation
import House
import Records
import Words

/// Everything that choosing for a party reads. The conclusions take up to seconds for long lists, so they are computed
/// afterwards, while others have the database.
package struct ChoosingMaterial: Sendable {
  package let facts: PartyFacts
  private let pool: CandidatePool
  private let keys: CandidatePool.Keys
  private let known: CandidatePool.Known
  private let now: Date
  /// Empty if the pool knows them.
  private let people: [CandidateStore.Named]
  /// The members of the list to choose from; nil for everybody.
  private let members: Set<PersonID>?
  private let thesaurus: String
  private let proposal: ProposalMaterial?

  package init(
    _ facts: PartyFacts, list: CandidateList?, pool: CandidatePool, connection: any Connection, at now: Date
  ) throws {
    let (party, host) = (facts.party, facts.party.host)
    let store = CandidateStore(connection: connection)
    let fingerprint = try store.fingerprint(of: host)
    members = try list.map { try store.members(of: $0, host: host) }
    thesaurus = try ThesaurusStore(connection: connection).text(of: host)
    var proposal = try ProposalMaterial(facts, connection, before: now)
    let topics = Self.key(
      list?.text ?? "", "\(members?.count ?? 0)", "\(Self.others(facts, members).hashValue)", thesaurus)
    let theme = Self.key(topics, party.substance.topic, party.substance.question)
    keys = CandidatePool.Keys(
      people: fingerprint, topics: topics, ranking: theme,
      table: Self.key(
        theme, "\(party.id)", "\(party.form)", "\(facts.proposalDate)", "\((proposal?.meetings ?? []).hashValue)",
        "\((proposal?.avoidances ?? []).hashValue)"))
    known = pool.known(of: host, by: keys, at: now)
    people = known.candidates == nil ? try store.people(of: host) : []
    if proposal != nil, known.table == nil {
      proposal?.listed = try ProposalStore(connection: connection).listed(of: host)
    }
    self.proposal = proposal
    (self.facts, self.pool, self.now) = (facts, pool, now)
  }

  package struct Result: Sendable {
    /// The people of the list, or everybody, best first.
    package let ranking: [RankedCandidate]
    /// Nil if there is nothing to propose: no theme, hardly anybody, or a party that is over.
    package let proposal: Proposal?
  }

  /// Needs no database. Results that took long are kept for the next time.
  package func result(hostName: String, zones: Zones) -> Result {
    var (known, book) = (self.known, TopicBook())
    let candidates = known.candidates ?? people.map { book.candidate($0) }
    known.candidates = candidates
    let topics = known.topics ?? ListTopics(listed(candidates), thesaurus: Thesaurus(thesaurus))
    known.topics = topics
    let ranking = known.ranking ?? ranking(topics)
    known.ranking = ranking
    if let proposal { known.table = known.table ?? proposal.source(facts, topics, zones) }
    pool.keep(known, of: facts.party.host, by: keys, at: now)
    let desk = proposal.flatMap { proposal in
      known.table.map {
        ProposalDesk(facts: facts, source: $0, leaning: proposal.leaning, hostName: hostName, zones: zones)
      }
    }
    return Result(ranking: ranking, proposal: desk?.proposal)
  }

  /// The people of the list, or everybody, plus anybody already dealt with for the party.
  private func listed(_ candidates: [Candidate]) -> [Candidate] {
    guard let members else { return candidates }
    let others = Self.others(facts, members)
    return candidates.filter { members.contains($0.id) || others.contains($0.id) }
  }

  private func ranking(_ topics: ListTopics) -> [RankedCandidate] {
    let substance = facts.party.substance
    return Relevance.rank(
      members.map { members in topics.candidates.filter { members.contains($0.id) } } ?? topics.candidates,
      for: topics.theme(topic: substance.topic, question: substance.question))
  }

  /// The people dealt with for the party who are not on the list.
  private static func others(_ facts: PartyFacts, _ members: Set<PersonID>?) -> Set<PersonID> {
    members.map { Set(facts.guests.map(\.guest.person)).subtracting($0) } ?? []
  }

  private static func key(_ parts: String...) -> String { parts.joined(separator: "\u{0}") }
}

/// The basis of a proposal, apart from topics.
struct ProposalMaterial: Sendable {
  let meetings: [[PersonID]]
  let avoidances: [Avoidance]
  let leaning: Leaning
  /// The address book's facts on everybody; empty if the table is known.
  var listed: [PersonID: Listed] = [:]

  /// Nil for a party that needs no proposal.
  init?(_ facts: PartyFacts, _ connection: any Connection, before now: Date) throws {
    let party = facts.party
    guard !party.isDone, !(party.substance.topic + party.substance.question).isEmpty else { return nil }
    let store = ProposalStore(connection: connection)
    (meetings, avoidances) = try store.acquaintance(of: party.host, but: party.id, before: now)
    leaning = try store.leaning(of: party.id)
  }

  /// The people, numbered for proposals.
  func source(_ facts: PartyFacts, _ topics: ListTopics, _ zones: Zones) -> TableSource {
    let party = facts.party
    return TableSource(
      topics.candidates, topics.subjects(topic: party.substance.topic, question: party.substance.question),
      listed: listed, meetings: meetings, avoidances: avoidances,
      languages: party.form == .english ? [.english] : [.german, .english],
      on: facts.proposalDate, in: zones)
  }
}

extension PartyFacts {
  /// The day a table is proposed for, as far as it is known.
  fileprivate var proposalDate: Date { party.start ?? poll.slots.first?.start ?? party.createdAt }
}
