/// One thing a latecomer should know.
package enum Missed: Hashable, Sendable, Codable {
  /// The people inside, and those of them who have introduced themselves.
  case company(inside: [ParticipantID], introduced: [ParticipantID])
  /// The current part.
  case part(kind: Programme.Kind, title: String, startedAt: Moment, speaker: ParticipantID?)
  /// The latest announcement to all tables.
  case announced(announcement: Announcement)
  /// The topics of tables with people at them.
  case topics(topics: [Topic])

  package struct Topic: Hashable, Sendable, Codable {
    package let table: TableID
    package let topic: String
    package let company: [ParticipantID]
  }
}

extension Floor {
  /// The things that somebody who came at this time has missed: at most three facts, the most useful first. None for
  /// anybody who was there when the programme began, or before it begins.
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
