import Core
import NIOCore
import Records

/// Messages passed from page to page at once, neither stored nor numbered.
extension PartyFloor {
  func passOn(_ message: ClientMessage, from caller: FloorCaller) {
    let who = caller.who
    switch message {
    case .signal(.media, let data):
      guard pages[who]?.maySignal(.media, at: .now()) == true else { return complain(.tooMany, to: caller) }
      tellMediaServer(data, from: caller)
    case .signal(let to, let data):
      guard isLinked(who, to) else { return complain(.notLinked, to: caller) }
      guard pages[who]?.maySignal(to, at: .now()) == true else { return complain(.tooMany, to: caller) }
      send(.signal(from: who, data: data), to: to)
    case .unheard(let other):
      guard isLinked(who, other) else { return complain(.notLinked, to: caller) }
      send(.unheard(from: who), to: other)
    case .clink(let to):
      guard to != who, let company = company(of: who), company.contains(to) else {
        return complain(.notLinked, to: caller)
      }
      send(.clink(from: who, to: to), to: company)
    case .react(let reaction):
      guard shown.isInside(who) else { return complain(.notLinked, to: caller) }
      send(.react(from: who, reaction), to: Set(shown.inside))
    case .caption(let text, let isFinal):
      let readers = readers(of: who).subtracting([who])
      if !readers.isEmpty { send(.caption(from: who, text: text, isFinal: isFinal), to: readers) }
    case .hello, .request, .met, .beat: break
    }
  }

  private func isLinked(_ who: ParticipantID, _ other: ParticipantID) -> Bool {
    pages[who]?.links.contains { $0.peer == other } ?? false
  }

  /// The people at the same table, this person included; nil for somebody at no table.
  private func company(of who: ParticipantID) -> Set<ParticipantID>? {
    guard shown.isInside(who), let table = shown.people[who]?.table else { return nil }
    return Set(shown.company(at: table).map(\.id))
  }

  /// The people one's voice would reach: the other person during a private talk, everybody for whoever has the word or
  /// the glass, otherwise one's table while tables talk.
  private func readers(of who: ParticipantID) -> Set<ParticipantID> {
    guard shown.isInside(who) else { return [] }
    if shown.isBackstage(who) { return Set(shown.backstage ?? []) }
    let hasGlass = shown.stage.glass != nil
    guard hasGlass || shown.isOnStage else { return company(of: who) ?? [] }
    let speaker = hasGlass ? shown.stage.glass : shown.stage.speaker
    return who == speaker || (!hasGlass && who == shown.hosting) ? Set(shown.inside) : []
  }
}
