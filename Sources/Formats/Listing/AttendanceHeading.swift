/// The meaning of yes and no under a column's name.
struct AttendanceHeading {
  private let words: Set<String>

  init(_ header: String) { words = Set(HeaderWords.tokens(of: header)) }

  func attendance(_ cell: String) -> Attendance? {
    if !words.isDisjoint(with: [
      "attended", "anwesend", "teilgenommen", "erschienen", "asistio", "asistencia", "present",
      "attendance", "presence",
    ]) {
      return CellWords.isYes(cell) ? .attended : CellWords.isNo(cell) ? .absent : nil
    }
    if !words.isDisjoint(with: ["absage", "absagen", "declined", "regrets", "excuse"]) {
      return CellWords.isYes(cell) ? .declined : nil
    }
    if !words.isDisjoint(with: [
      "canceled", "cancelled", "voided", "void", "storniert", "abgesagt", "annule", "cancelado",
    ]) {
      return CellWords.isYes(cell) ? .cancelled : nil
    }
    // Somebody who did not check in may have had no desk to do so.
    if !words.isDisjoint(with: ["checked", "check", "eingecheckt", "checkin"]) {
      return CellWords.isYes(cell) ? .attended : nil
    }
    let asksWhetherComing = [
      "zusage", "rsvp", "attending", "attend", "kommt", "nimmt", "teilnahme", "response", "going", "nehme", "nehmen",
      "dabei",
      "kommen", "komme", "coming", "join", "participez", "participe", "participerai", "participation", "asistira",
      "asistiras", "venir",
    ]
    if !words.isDisjoint(with: asksWhetherComing) { return CellWords.isNo(cell) ? .declined : nil }
    let isConfirmed = !words.isDisjoint(with: ["confirmed", "bestatigt", "confirme", "confirmado"])
    return isConfirmed && CellWords.isNo(cell) ? .waiting : nil
  }
}
