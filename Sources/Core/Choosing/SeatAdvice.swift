/// How many people make a conversation.
package enum SeatAdvice {
  /// A host can have fewer or more: it is advice, not a bound.
  package static let comfortable = 5...10

  /// What to say about a number of seats; nil when it is fine.
  package static func message(seats: Int) -> Message? {
    switch seats {
    case ..<comfortable.lowerBound: Message("choosing.seats.few", ["count": "\(seats)"])
    case comfortable: nil
    default: Message("choosing.seats.many", ["count": "\(seats)"])
    }
  }
}
