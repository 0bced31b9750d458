import Core
import Database
import Foundation
import House
import Records
import Synchronization
import Words

/// Candidates with their topics taken apart into comparable words. Taking apart those of 100,000 people takes seconds, so
/// they are kept in memory until the address book changes, for the few hosts who are choosing at the same time.
package final class CandidatePool: Sendable {
  private struct Entry {
    let fingerprint: String
    let candidates: [Candidate]
    var topics: (key: String, topics: ListTopics)?
    var ranking: (key: String, candidates: [RankedCandidate])?
    var table: (key: String, source: TableSource)?
    var usedAt: Date
  }

  private static let capacity = 4

  private let entries = Mutex<[HostID: Entry]>([:])

  package init() {}

  /// The candidates of one list, or of all, best first.
  /// - Parameter facts: of the party that they are ranked for.
  package func ranking(
    for facts: PartyFacts, list: CandidateList?, connection: any Connection, at now: Date
  ) throws -> [RankedCandidate] {
    let (host, substance) = (facts.party.host, facts.party.substance)
    let topics = try topics(for: facts, list: list, connection: connection, at: now)
    let members = try list.map { try CandidateStore(connection: connection).members(of: $0, host: host) }
    let key = [topics.key, substance.topic, substance.question].joined(separator: "\u{0}")
    if let known = entries.withLock({ $0[host]?.ranking }), known.key == key { return known.candidates }
    let ranked = Relevance.rank(
      members.map { members in topics.topics.candidates.filter { members.contains($0.id) } }
        ?? topics.topics.candidates,
      for: topics.topics.theme(topic: substance.topic, question: substance.question))
    entries.withLock { $0[host]?.ranking = (key, ranked) }
    return ranked
  }

  /// The people of one list, or of all, and whoever has been dealt with for a party, numbered for proposals.
  package func table(
    for facts: PartyFacts, list: CandidateList?, connection: any Connection, at now: Date, in zones: Zones
  ) throws -> TableSource {
    let party = facts.party
    let topics = try topics(for: facts, list: list, connection: connection, at: now)
    let proposals = ProposalStore(connection: connection)
    let (meetings, avoidances) = try proposals.acquaintance(of: party.host, but: party.id, before: now)
    let date = party.start ?? facts.poll.slots.first?.start ?? party.createdAt
    let key = [
      topics.key, "\(party.id)", party.substance.topic, party.substance.question, "\(party.form)", "\(date)",
      "\(meetings.hashValue)", "\(avoidances.hashValue)",
    ].joined(separator: "\u{0}")
    if let known = entries.withLock({ $0[party.host]?.table }), known.key == key { return known.source }
    let source = TableSource(
      topics.topics.candidates,
      topics.topics.subjects(topic: party.substance.topic, question: party.substance.question),
      listed: try proposals.listed(of: party.host), meetings: meetings, avoidances: avoidances,
      languages: party.form == .english ? [.english] : [.german, .english], on: date, in: zones)
    entries.withLock { $0[party.host]?.table = (key, source) }
    return source
  }

  /// What the people of one list, or all, speak about, and those dealt with for the party whom the list doesn't have.
  private func topics(
    for facts: PartyFacts, list: CandidateList?, connection: any Connection, at now: Date
  ) throws -> (key: String, topics: ListTopics) {
    let host = facts.party.host
    let store = CandidateStore(connection: connection)
    let candidates = try candidates(of: host, store: store, at: now)
    let members = try list.map { try store.members(of: $0, host: host) }
    let others = Set(facts.guests.map(\.guest.person)).subtracting(members ?? Set(candidates.map(\.id)))
    let thesaurus = try ThesaurusStore(connection: connection).text(of: host)
    let key = [list?.text ?? "", "\(members?.count ?? 0)", "\(others.hashValue)", thesaurus]
      .joined(separator: "\u{0}")
    if let known = entries.withLock({ $0[host]?.topics }), known.key == key { return known }
    let topics = ListTopics(
      members.map { members in candidates.filter { members.contains($0.id) || others.contains($0.id) } }
        ?? candidates, thesaurus: Thesaurus(thesaurus))
    entries.withLock { $0[host]?.topics = (key, topics) }
    return (key, topics)
  }

  private func candidates(of host: HostID, store: CandidateStore, at now: Date) throws -> [Candidate] {
    let fingerprint = try store.fingerprint(of: host)
    let known = entries.withLock { entries -> [Candidate]? in
      guard entries[host]?.fingerprint == fingerprint else { return nil }
      entries[host]?.usedAt = now
      return entries[host]?.candidates
    }
    if let known { return known }
    let candidates = try store.candidates(of: host)
    entries.withLock { entries in
      entries[host] = Entry(fingerprint: fingerprint, candidates: candidates, usedAt: now)
      while entries.count > Self.capacity, let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt }) {
        entries[oldest.key] = nil
      }
    }
    return candidates
  }
}

extension Services {
  package var candidates: CandidatePool { fixtures.one { CandidatePool() } }
}
