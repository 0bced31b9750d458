/// The meaning of yes and no under a column's name; the words are in `Vocabulary/values.txt`.
struct AttendanceHeading {
  private enum Question { case wereThere, decline, cancelled, checkedIn, areComing, isConfirmed }

  private let question: Question?

  init(_ header: String) {
    let words = Set(HeaderWords.tokens(of: header))
    // Whoever has not confirmed that they come has said no, or nothing yet.
    let isPromised = words.contains { word in
      ["confirm", "bestatig", "potwierdz", "bevestig", "conferm"].contains { word.hasPrefix($0) }
    }
    let kinds: [(Question, Set<String>)] = [
      (.wereThere, Self.attended), (.decline, Self.declined), (.cancelled, Self.cancelled),
      (.checkedIn, Self.checkedIn), (.areComing, Self.coming), (.isConfirmed, Self.confirmed),
    ]
    let found = kinds.first { !$0.1.isDisjoint(with: words) }?.0
    // Somebody who does not come in person may come online.
    if !words.isDisjoint(with: Self.inPerson) {
      question = nil
      return
    }
    question = found == .wereThere && isPromised ? .areComing : found
  }

  func attendance(_ cell: String) -> Attendance? {
    switch question {
    case .wereThere: CellWords.isYes(cell) ? .attended : CellWords.isNo(cell) ? .absent : nil
    case .decline: CellWords.isYes(cell) ? .declined : nil
    case .cancelled: CellWords.isYes(cell) ? .cancelled : nil
    // Somebody who did not check in may have had no desk to do so.
    case .checkedIn: CellWords.isYes(cell) ? .attended : nil
    case .areComing: CellWords.isNo(cell) ? .declined : nil
    case .isConfirmed: CellWords.isNo(cell) ? .waiting : nil
    case nil: nil
    }
  }

  private static let inPerson = CellWords.headings("heading in person")
  private static let attended = CellWords.headings("heading attended")
  private static let declined = CellWords.headings("heading declined")
  private static let cancelled = CellWords.headings("heading cancelled")
  private static let checkedIn = CellWords.headings("heading checked in")
  private static let coming = CellWords.headings("heading coming")
  private static let confirmed = CellWords.headings("heading confirmed")
}
