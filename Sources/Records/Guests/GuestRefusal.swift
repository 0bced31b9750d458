import Core
import House

extension GuestRight {
  /// The answer to somebody without the right: that it is too late if they once had it, otherwise that there is no such
  /// page.
  package func refusal(to standing: GuestStanding) -> AppError {
    let isClosed = !standing.stage.takesAnswers || [.sentAway, .withdrawn].contains(standing.place)
    switch self {
    case .answer: return .conflict(Message("guests.closed"))
    case .ballot: return .conflict(Message("ballot.closed"))
    case .ask where isClosed: return .conflict(Message("guests.closed"))
    case .lateness where standing.isHonoured, .delegate where standing.isHonoured:
      return .conflict(Message("guests.closed"))
    default: return .notFound
    }
  }
}
