import Core

/// The positions in a sample: invented people at tables of four, with some free places, one person on the way, one
/// alone.
struct SampleStanding {
  let people: Int

  var tables: [FloorTable] {
    (1...tableCount).map { number in
      var table = FloorTable(
        id: TableID(number: number), topic: number <= Self.topics.count ? Self.topics[number - 1] : "",
        isPrivate: people > 5 && number == 3, limit: 4)
      if people > 20 && number == 3 { table.knocking = [ParticipantID("g\(people - 1)")] }
      return table
    }
  }

  /// One table stays free.
  private var tableCount: Int { people <= 3 ? 2 : people <= 20 ? 5 : people * 3 / 11 + 3 }

  var participants: [Participant] {
    (0..<people).map(participant)
  }

  private func participant(_ number: Int) -> Participant {
    let id = number == 0 ? ParticipantID.host : ParticipantID("g\(number)")
    let known = Self.far[number] ?? Self.known[number % Self.known.count]
    let name =
      number < Self.known.count || Self.far[number] != nil
      ? known.name : "\(known.name.split(separator: " ")[0]) \(Self.families[number % Self.families.count])"
    var person = Participant(
      id: id, profile: Participant.Profile(name: name, line: known.line, drink: Self.drinks[number % Self.drinks.count])
    )
    person.presence = number % 17 == 11 ? .away : .inside
    person.mode = Participant.Mode.allCases[[0, 0, 1, 0, 2, 0, 3][number % 7]]
    person.isMuted = number % 5 == 4
    if number == 3 { person.handUpSince = Moment(milliseconds: 0) }
    if let place = place(number) { (person.table, person.seat) = (TableID(number: place.table), place.seat) }
    return person
  }

  /// With many people, the last two are on the way, and the one before them stands alone.
  private func place(_ number: Int) -> (table: Int, seat: Int)? {
    if people > 5 && number == people - 1 || people > 20 && number == people - 2 { return nil }
    if people > 5 && number == people - 2 - (people > 20 ? 1 : 0) { return (tables.count - 1, 0) }
    let order = Self.order(people)
    return order[number % order.count].map { (number / order.count * 3 + $0.0, $0.1) }
  }

  /// Eleven people stand at three tables: four, four and three.
  private static func order(_ people: Int) -> [(Int, Int)?] {
    people <= 3
      ? [(1, 0), (1, 1), (1, 3)]
      : [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (3, 0), (2, 3), (1, 3), (3, 2), (2, 2), (3, 1)]
  }

  private static let topics = [
    "Vertrauen ohne Flurgespräche", "Konflikte per Video", "Führen in Teilzeit", "Was Behörden anders machen",
    "Hybride Teams", "", "Stille im Gespräch", "Lernen aus Fehlern", "Zahlen und Zuversicht", "Neu im Amt",
  ]
  private static let drinks = ["Wasser", "Wein", "Bier", "Tee", "Sekt", "Cocktail", "Wasser"]
  private static let families = [
    "Odenthal", "Kirchner", "Lauenstein", "Achterberg", "Weißdorn", "Quistorp", "Nebelung",
  ]
  /// Names in other spellings and scripts.
  private static let far: [Int: (name: String, line: String)] = [
    13: ("محمد العلي", "مدير مشاريع في برلين"), 14: ("דוד לוי", "יועץ ארגוני"), 15: ("王小明", "Baut Brücken"),
  ]
  private static let known: [(name: String, line: String)] = [
    ("Miriam Sander", "Lädt ein und hört zu"), ("Anna Brandis", "Begleitet Führungskräfte"),
    ("Kai Oppermann", "Leitet ein Team in vier Ländern"), ("Jule Terhorst", "Mediatorin, Münster"),
    ("Okan Yıldız", "Personalrat im Landesamt"), ("Ilka Morgenroth", "Forscht über Vertrauen"),
    ("Dirk Saalfeld", "Coach für Gründer"), ("Nele Wittkamp", "Schulleiterin"),
    ("Tomasz Zieliński", "Baut Lernplattformen"), ("Britta Haferkorn", "Klinikdirektorin"),
    ("Samir Haddad", "Fragt, warum es dauert"), ("Greta Lindqvist", "Organisationsberaterin"),
    ("Veit Amelung", "Schreibt über Arbeit"),
  ]
}
