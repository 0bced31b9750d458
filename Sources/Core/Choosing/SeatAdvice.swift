/// How many people make a conversation. A host can have fewer or more: it is advice, not a bound.
package struct SeatAdvice: Sendable {
  package let comfortable: ClosedRange<Int>
  private let isOfficeVisit: Bool

  /// For a coffee among colleagues three are enough, who know what they have in common; strangers need five.
  package init(for occasion: LetterOccasion.Kind?) {
    isOfficeVisit = occasion == .officeVisit
    comfortable = (isOfficeVisit ? 3 : 5)...10
  }

  /// Whom to choose, in a sentence.
  package var lead: Message { Message(isOfficeVisit ? "choosing.lead.colleagues" : "choosing.lead") }

  /// What to say about a number of seats; nil when it is fine.
  package func message(seats: Int) -> Message? {
    switch seats {
    case ..<comfortable.lowerBound:
      Message(isOfficeVisit ? "choosing.seats.fewColleagues" : "choosing.seats.few", ["count": "\(seats)"])
    case comfortable: nil
    default: Message("choosing.seats.many", ["count": "\(seats)"])
    }
  }

  /// How many make a party worth writing for: the fewest that are comfortable, or all seats where there are fewer.
  package func enough(for seats: Int) -> Int { min(seats, comfortable.lowerBound) }
}
