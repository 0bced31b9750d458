/// The number of people that makes a conversation. A host can have fewer or more: this is advice, not a bound.
package struct SeatAdvice: Sendable {
  package let comfortable: ClosedRange<Int>
  private let isOfficeVisit: Bool

  /// For a coffee among colleagues, who know what they have in common, three are enough; strangers need five.
  package init(for occasion: LetterOccasion.Kind?) {
    isOfficeVisit = occasion == .officeVisit
    comfortable = (isOfficeVisit ? 3 : 5)...10
  }

  /// A sentence on whom to choose.
  package var lead: Message { Message(isOfficeVisit ? "choosing.lead.colleagues" : "choosing.lead") }

  /// The advice about a number of seats; nil when the number is fine.
  package func message(seats: Int) -> Message? {
    switch seats {
    case ..<comfortable.lowerBound:
      Message(isOfficeVisit ? "choosing.seats.fewColleagues" : "choosing.seats.few", ["count": "\(seats)"])
    case comfortable: nil
    default: Message("choosing.seats.many", ["count": "\(seats)"])
    }
  }

  /// The number of people that makes a party worth writing for: the fewest that are comfortable, or all seats where
  /// there are fewer.
  package func enough(for seats: Int) -> Int { min(seats, comfortable.lowerBound) }
}
