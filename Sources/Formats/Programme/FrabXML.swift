/// Reads frab's and pentabarf's `schedule.xml`: `schedule/day/room/event` with a `title` and `persons/person`; EuroPython
/// writes `entry` and `speakers/speaker`.
final class FrabXMLHandler: XMLHandler {
  private(set) var programme = Programme()
  /// The name of the document's outermost element.
  private(set) var root: String?

  private let limits: ReadingLimits
  private var path: [String] = []
  private var talk = Programme.Talk(title: "", speakers: [])
  private var text: XMLText
  private var line = 0
  private var mentions = 0

  init(limits: ReadingLimits) {
    self.limits = limits
    text = XMLText(limit: limits.cellBytes)
  }

  func start(_ element: XMLElement, line: () -> Int) throws {
    if root == nil { root = element.name }
    path.append(element.name)
    if Self.events.contains(element.name) { talk = Programme.Talk(id: element["id"], title: "", speakers: []) }
    guard isInEvent else { return }
    self.line = line()
    text.clear()
    if Self.people.contains(element.name) { try startPerson(element) }
  }

  func end(_ name: String) {
    if isTitle, talk.title.isEmpty { talk.title = PlainText.clean(text.string) }
    if isPerson { endPerson() }
    path.removeLast()
    if Self.events.contains(name) { programme.talks.append(talk) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isTitle || isPerson { try text.append(bytes, line: line) }
  }

  private func startPerson(_ element: XMLElement) throws {
    mentions += 1
    if mentions > limits.rows { throw Programme.tooManyPeople(limits) }
    let id = element["guid"] ?? element["code"] ?? element["id"]
    let name = element["public_name"] ?? element["name"] ?? ""
    talk.speakers.append(
      Programme.Speaker(id: id?.isEmpty == true ? nil : id, person: ListedPerson(name: name, line: line)))
  }

  private func endPerson() {
    guard let last = talk.speakers.indices.last else { return }
    let name = PlainText.clean(text.string)
    if !name.isEmpty { talk.speakers[last].person.name = name }
  }

  private static let events: Set<String> = ["event", "entry", "talk"]
  private static let people: Set<String> = ["person", "speaker"]

  private var isInEvent: Bool { path.contains(where: Self.events.contains) }
  private var isTitle: Bool { path.last == "title" && path.dropLast().last.map(Self.events.contains) ?? false }
  private var isPerson: Bool { path.last.map(Self.people.contains) ?? false && isInEvent }
}
