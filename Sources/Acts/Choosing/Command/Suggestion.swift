import Core
import Foundation
import House
import Records
import Words

/// A table proposed from a list read from a file; nothing is stored.
package struct Suggestion: Sendable {
  private let people: [PersonRecord]
  private let list: TableList
  private let proposal: TableProposal
  private let reserves: TableReserves
  private let reasons: [SeatReason]

  /// - Parameters:
  ///   - seats: for guests; a shorter list yields fewer.
  ///   - now: the day whose clocks count.
  package init(
    _ report: ListReport, topic: String, question: String, seats: Int, leaning: Leaning,
    thesaurus: Thesaurus = Thesaurus(), zone: Zone, zones: Zones, now: Date, seed: UInt64
  ) {
    people = report.people
    let candidates = people.enumerated().map { number, person in
      Candidate(
        id: PersonID(at: now, random: (0, UInt64(number))), name: person.name,
        topics: person.topics.map { CandidateTopic(title: $0, words: []) })
    }
    let subjects = ListTopics(candidates, thesaurus: thesaurus).subjects(topic: topic, question: question)
    let listed = people.map { Listed(organisation: $0.organisation, role: $0.role, country: $0.country) }
    list = TableList(listed, subjects, languages: [.english, .german], on: now, in: zones)
    var wish = list.wish(
      seats: min(seats, people.count), starts: PartyHours.evening(in: zone, on: now), minutes: 90)
    wish.leaning = leaning
    let planner = TablePlanner(list.index, wish)
    proposal = planner.propose(seed: seed)
    reserves = planner.reserves(for: proposal, limit: 5)
    reasons = planner.model.reasons(proposal)
  }

  package func text(_ t: Phrases) -> String {
    if proposal.guests.isEmpty { return t("suggest.command.nobody") }
    var lines = [t.count("suggest.command.table", proposal.guests.count), ""]
    for reason in reasons {
      lines += [line(reason.person), "   " + sentence(reason, t)]
    }
    lines += proposal.breaches.map { "! " + $0.text(t, person: name(t)) }
    if !reserves.ranked.isEmpty {
      lines += ["", t("suggest.command.reserves")] + reserves.ranked.map { line($0) }
    }
    return lines.joined(separator: "\n")
  }

  package func json(_ t: Phrases) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Content(self, t)), as: UTF8.self)
  }

  private func line(_ person: Int) -> String {
    "• "
      + [people[person].name, people[person].role, people[person].organisation].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func name(_ t: Phrases) -> (Int) -> String {
    { $0 == list.host ? t("suggest.command.host") : people[$0].name }
  }

  private func sentence(_ reason: SeatReason, _ t: Phrases) -> String {
    SeatSentence(
      reason: reason, person: name(t), topic: { list.subjects.names[$0] }, own: { title(of: reason.person, on: $0) }
    ).text(t)
  }

  private func title(of person: Int, on subject: Int) -> String {
    list.subjects.topic(of: person, on: subject).map { people[person].topics[$0] } ?? list.subjects.names[subject]
  }

  private struct Content: Encodable {
    let table: [Seat]
    let reserves: [String]
    let problems: [String]

    init(_ suggestion: Suggestion, _ t: Phrases) {
      table = suggestion.reasons.map { reason in
        let person = suggestion.people[reason.person]
        let replacements = suggestion.reserves.replacements[reason.person, default: []]
        return Seat(
          name: person.name, email: person.email, reason: suggestion.sentence(reason, t),
          replacements: replacements.map { suggestion.people[$0.person].name })
      }
      reserves = suggestion.reserves.ranked.map { suggestion.people[$0].name }
      problems = suggestion.proposal.breaches.map { $0.text(t, person: suggestion.name(t)) }
    }
  }

  private struct Seat: Encodable {
    let name: String
    let email: String
    let reason: String
    let replacements: [String]
  }
}
