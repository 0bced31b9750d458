import Core
import Database
import Foundation
import Synchronization
import Words

/// Candidates with their topics taken apart into comparable words. Taking apart those of 100,000 people takes seconds, so
/// they are kept in memory until the address book changes, for the few hosts who are choosing at the same time.
package final class CandidatePool: Sendable {
  private struct Entry {
    let fingerprint: String
    let candidates: [Candidate]
    var ranking: (key: String, candidates: [RankedCandidate])?
    var table: (key: String, source: TableSource)?
    var usedAt: Date
  }

  private static let capacity = 4

  private let entries = Mutex<[HostID: Entry]>([:])

  package init() {}

  /// The candidates of one list, or of all, best first.
  /// - Parameter words: topic and opening question.
  package func ranking(
    of host: HostID, list: PeopleListID?, topic: String, question: String, connection: any Connection, at now: Date
  ) throws -> [RankedCandidate] {
    let store = CandidateStore(connection: connection)
    let candidates = try candidates(of: host, store: store, at: now)
    let size = try list.map { try store.memberCount(of: $0) } ?? candidates.count
    let key = "\(list?.description ?? "")\u{0}\(size)\u{0}\(topic)\u{0}\(question)"
    if let known = entries.withLock({ $0[host]?.ranking }), known.key == key { return known.candidates }
    let members = try list.map { try store.members(of: $0, host: host) }
    let theme = PartyTheme(topic: Self.words(topic), question: Self.words(question))
    let ranked = Relevance.rank(
      members.map { members in candidates.filter { members.contains($0.id) } } ?? candidates, for: theme)
    entries.withLock { $0[host]?.ranking = (key, ranked) }
    return ranked
  }

  /// The people of one list, or of all, and whoever has been dealt with for a party, numbered for proposals.
  func table(
    for facts: PartyFacts, list: PeopleListID?, connection: any Connection, at now: Date
  ) throws -> TableSource {
    let party = facts.party
    let store = CandidateStore(connection: connection)
    let candidates = try candidates(of: party.host, store: store, at: now)
    let proposals = ProposalStore(connection: connection)
    let meetings = try proposals.meetings(of: party.host, but: party.id, before: now)
    let members = try list.map { try store.members(of: $0, host: party.host) }
    let dealtWith = Set(facts.guests.map(\.guest.person))
    let date = party.start ?? facts.poll.slots.first?.start ?? party.createdAt
    let key = [
      "\(party.id)", "\(list?.description ?? "")", "\(members?.count ?? 0)", party.substance.topic,
      party.substance.question, "\(party.form)", "\(date)", "\(meetings.hashValue)", "\(dealtWith.hashValue)",
    ].joined(separator: "\u{0}")
    if let known = entries.withLock({ $0[party.host]?.table }), known.key == key { return known.source }
    let source = TableSource(
      members.map { members in candidates.filter { members.contains($0.id) || dealtWith.contains($0.id) } }
        ?? candidates,
      listed: try proposals.listed(of: party.host), meetings: meetings,
      theme: PartyTheme(topic: Self.words(party.substance.topic), question: Self.words(party.substance.question)),
      languages: party.form == .english ? [.english] : [.german, .english], on: date)
    entries.withLock { $0[party.host]?.table = (key, source) }
    return source
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
      entries[host] = Entry(fingerprint: fingerprint, candidates: candidates, ranking: nil, usedAt: now)
      while entries.count > Self.capacity, let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt }) {
        entries[oldest.key] = nil
      }
    }
    return candidates
  }

  private static func words(_ text: String) -> [TopicWord] {
    Terms.of(text).map { TopicWord($0.shown, keys: $0.keys) }
  }
}
