/// Reads frab's and pentabarf's `schedule.xml`: `schedule/day/room/event` with a `title` and `persons/person`.
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
    if element.name == "event" { talk = Programme.Talk(id: element["id"], title: "", speakers: []) }
    guard isInEvent else { return }
    self.line = line()
    text.clear()
    if element.name == "person" { try startPerson(element) }
  }

  func end(_ name: String) {
    if isTitle, talk.title.isEmpty { talk.title = PlainText.clean(text.string) }
    if isPerson { endPerson() }
    path.removeLast()
    if name == "event" { programme.talks.append(talk) }
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

  private var isInEvent: Bool { path.contains("event") }
  private var isTitle: Bool { path.last == "title" && path.dropLast().last == "event" }
  private var isPerson: Bool { path.last == "person" && isInEvent }
}
