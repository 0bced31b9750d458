import Core
import Foundation
import House
import Records

/// The things a latecomer has missed, in their language: at most three lines.
struct MissedWords {
  let floor: Floor
  let t: Phrases
  let now: Moment

  func lines(_ facts: [Missed]) -> [String] { facts.map(line) }

  private func line(_ fact: Missed) -> String {
    switch fact {
    case .part(let kind, let title, let startedAt, let speaker): part(kind, title, startedAt, speaker)
    case .company(let inside, let introduced): company(inside, introduced)
    case .announced(let announcement):
      t("missed.announced", ["name": name(announcement.by), "text": announcement.text])
    case .topics(let topics):
      t("missed.topics", ["topics": t.list(topics.prefix(3).map { t("missed.topic", ["topic": $0.topic]) })])
    }
  }

  private func part(_ kind: Programme.Kind, _ title: String, _ since: Moment, _ speaker: ParticipantID?) -> String {
    let part = title.isEmpty ? t("programme.kind.\(kind.rawValue)") : title
    let line = t.count("missed.part", max(1, now.seconds(since: since) / 60), ["part": part])
    return speaker.map { line + " " + t("missed.speaker", ["name": name($0)]) } ?? line
  }

  private func company(_ inside: [ParticipantID], _ introduced: [ParticipantID]) -> String {
    let names = inside.prefix(3).map(name)
    let more = inside.count - names.count
    let all = more > 0 ? names + [t.count("missed.more", more)] : names
    let line = t("missed.company", ["names": t.list(all)])
    return introduced.isEmpty ? line : line + " " + t.count("missed.introduced", introduced.count)
  }

  private func name(_ who: ParticipantID) -> String { floor.people[who]?.profile.name ?? "" }
}

extension PartyFloor {
  /// Nil for somebody who has been inside, and while there is nothing to tell.
  package func missed(by who: ParticipantID, _ language: Language) -> [String]? {
    guard let person = shown.people[who], [.expected, .lobby, .waiting].contains(person.presence) else { return nil }
    let lines = MissedWords(floor: shown, t: services.phrases(language), now: now)
      .lines(shown.missed(by: who, arrivedAt: now))
    return lines.isEmpty ? nil : lines
  }
}
