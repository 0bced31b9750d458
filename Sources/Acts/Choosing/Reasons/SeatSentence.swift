import Core
import House
import Records

/// A seat's reason as one sentence in the reader's language, without a number in it.
struct SeatSentence {
  let reason: SeatReason
  /// The reader's name for a person, and for a topic.
  let person: (Int) -> String
  let topic: (Int) -> String
  /// The name of a subject that only this person brings.
  let own: (Int) -> String

  func text(_ t: Phrases) -> String {
    let text = [company(t), voice(t), absence(t)].compactMap(\.self).joined(separator: "; ") + "."
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Their common ground with the strongest two.
  private func company(_ t: Phrases) -> String {
    let partners = (reason.companions.count > 1 ? reason.companions : reason.partners).filter { tie($0, t) != nil }
    guard let first = partners.first, let tie = tie(first, t) else { return t("seat.alone") }
    guard partners.count > 1, let other = self.tie(partners[1], t) else { return tie }
    if let topic = sameTopic(first, partners[1]) {
      return t(
        "seat.tie.same",
        ["topic": topic, "name": person(first.person), "other": person(partners[1].person)])
    }
    return t("seat.tie.both", ["first": tie, "second": other])
  }

  private func sameTopic(_ one: SeatReason.Partner, _ other: SeatReason.Partner) -> String? {
    let isPlain = (one.gives + one.takes + other.gives + other.takes).isEmpty
    let topic = shared(with: one).first
    return isPlain && topic == shared(with: other).first ? topic : nil
  }

  /// The subjects the two share, without any that is part of another one they share: not "Source" beside "Open Source".
  private func shared(with partner: SeatReason.Partner) -> [String] {
    let names = partner.shared.map(topic)
    let words = names.map { Set($0.lowercased().split { !$0.isLetter && !$0.isNumber }) }
    return names.indices.filter { part in !words.contains { $0.isStrictSuperset(of: words[part]) } }.map { names[$0] }
  }

  /// The bond between two people: what one can give the other comes before what they share.
  private func tie(_ partner: SeatReason.Partner, _ t: Phrases) -> String? {
    let name = person(partner.person)
    if let gives = partner.gives.first { return t("seat.tie.gives", ["name": name, "topic": topic(gives)]) }
    if let takes = partner.takes.first { return t("seat.tie.takes", ["name": name, "topic": topic(takes)]) }
    let shared = shared(with: partner)
    if shared.count > 1 { return t("seat.tie.sharedTwo", ["name": name, "topic": shared[0], "other": shared[1]]) }
    return shared.first.map { t("seat.tie.shared", ["name": name, "topic": $0]) }
  }

  private func voice(_ t: Phrases) -> String? {
    guard let first = reason.onlyTheirs.first else { return nil }
    return t(reason.carriesFacetAlone ? "seat.only.facet" : "seat.only.topic", ["topic": own(first)])
  }

  private func absence(_ t: Phrases) -> String? {
    let name = person(reason.person)
    if let isolated = reason.without.isolated.first {
      return t("seat.without.isolated", ["name": name, "other": person(isolated)])
    }
    if let wish = reason.without.wishes.first {
      return t("seat.without.wish", ["name": name, "other": person(wish.person), "topic": topic(wish.topic)])
    }
    if let left = reason.without.leftToOne.first {
      return t("seat.without.leftToOne", ["name": name, "other": person(left.carrier), "topic": topic(left.topic)])
    }
    return nil
  }
}
