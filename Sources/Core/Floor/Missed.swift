/// One thing that somebody who comes late should know.
package enum Missed: Hashable, Sendable, Codable {
  /// Who is inside, and who of them has introduced themselves.
  case company(inside: [ParticipantID], introduced: [ParticipantID])
  /// What is on.
  case part(kind: Programme.Kind, title: String, startedAt: Moment, speaker: ParticipantID?)
  /// What was said to all tables last.
  case announced(announcement: Announcement)
  /// What tables with people at them talk about.
  case topics(topics: [Topic])

  package struct Topic: Hashable, Sendable, Codable {
    package let table: TableID
    package let topic: String
    package let company: [ParticipantID]
  }
}

extension Floor {
  /// What somebody who came at this time has missed, in at most three facts, the most useful first; none for who was there when the
  /// programme began, or before it does.
  package func missed(by who: ParticipantID, arrivedAt arrival: Moment) -> [Missed] {
    guard let began = memory.beganAt, began < arrival, !hasEnded else { return [] }
    let facts = [part(now: clock), company(for: who), announcement(before: arrival), topics(for: who)]
    return Array(facts.compactMap(\.self).prefix(3))
  }

  private func part(now clock: ProgrammeClock?) -> Missed? {
    guard let part, let clock else { return nil }
    return .part(kind: part.kind, title: part.title, startedAt: clock.startedAt, speaker: stage.speaker)
  }

  private func company(for who: ParticipantID) -> Missed? {
    let others = inside.filter { $0 != who }
    guard !others.isEmpty else { return nil }
    return .company(inside: others, introduced: others.filter(memory.introduced.contains))
  }

  private func announcement(before arrival: Moment) -> Missed? {
    announcements.last { $0.at < arrival }.map { .announced(announcement: $0) }
  }

  private func topics(for who: ParticipantID) -> Missed? {
    let topics = tables.values.sorted { $0.id < $1.id }.compactMap { table -> Missed.Topic? in
      let company = company(at: table.id).map(\.id).filter { $0 != who }
      guard !table.topic.isEmpty, !company.isEmpty else { return nil }
      return Missed.Topic(table: table.id, topic: table.topic, company: company)
    }
    return topics.isEmpty ? nil : .topics(topics: topics)
  }
}
