/// The host's own mirror after an evening, seen by the host alone.
package struct HostMirror: Hashable, Sendable {
  /// The host's share of the speaking time on the stage, 0…1; nil when nobody spoke there.
  package let speakingShare: Double?
  /// The share an even split would have given, 0…1.
  package let evenShare: Double
  package let learnt: BallotResult.Extent?
  /// A private remark, if there is one to make.
  package let word: Word?

  package enum Word: String, Hashable, Sendable, CaseIterable {
    /// The host spoke a lot and few learnt something.
    case spokeMuchGaveLittle
    /// Few learnt something, yet cards were collected all the same.
    case tookMuchGaveLittle
    /// The host spoke for twice an even share, or more.
    case spokeMuch
    /// The host gave others the room, and most learnt something.
    case gaveRoom
  }

  /// - Parameters:
  ///   - spoken: seconds on the stage: the host's, and everybody's together.
  ///   - people: the number of people there, the host included.
  ///   - cardsTaken: the number of cards the host took home.
  package init(spoken: (host: Int, all: Int), people: Int, cardsTaken: Int, result: BallotResult?) {
    evenShare = people > 0 ? 1 / Double(people) : 1
    let share = spoken.all > 0 ? Double(spoken.host) / Double(spoken.all) : nil
    speakingShare = share
    learnt = result?.learnt?.extent
    let much = share.map { people > 1 && $0 >= min(0.9, 2 / Double(people)) } ?? false
    let little = result?.learnt?.isMinority ?? false
    let tookMuch = people > 1 && 2 * cardsTaken >= people - 1 && cardsTaken >= 2
    word =
      if much && little { .spokeMuchGaveLittle } else if little && tookMuch { .tookMuchGaveLittle } else if much {
        .spokeMuch
      } else if result?.learnt?.isMost ?? false, share != nil { .gaveRoom } else { nil }
  }
}
