/// The people of a programme while they are being collected. Two mentions are one person if their identifiers are the
/// same, or if one has none and the names are the same.
struct Roster {
  private(set) var entries: [Programme.Speaker] = []
  private var byID: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var topics: [Set<String>] = []
  private let isOpen: Bool

  /// An open roster accepts everybody who is mentioned; a closed one only those already entered.
  init(isOpen: Bool) { self.isOpen = isOpen }

  mutating func enter(_ speaker: Programme.Speaker, topics: [String]) {
    let index = find(speaker) ?? add(speaker)
    for topic in topics { append(topic, to: index) }
  }

  mutating func mention(_ speaker: Programme.Speaker, topics: [String]) {
    guard let index = find(speaker) ?? (isOpen ? add(speaker) : nil) else { return }
    for topic in topics { append(topic, to: index) }
  }

  private mutating func find(_ speaker: Programme.Speaker) -> Int? {
    if let id = speaker.id, let index = byID[id] { return index }
    guard !speaker.person.name.isEmpty, let index = byName[speaker.person.name.lowercased()] else { return nil }
    guard let id = speaker.id else { return index }
    guard entries[index].id == nil else { return nil }
    entries[index].id = id
    byID[id] = index
    return index
  }

  private mutating func add(_ speaker: Programme.Speaker) -> Int {
    let index = entries.count
    entries.append(speaker)
    entries[index].person.topics = []
    topics.append([])
    if let id = speaker.id { byID[id] = index }
    let name = speaker.person.name.lowercased()
    if !name.isEmpty, byName[name] == nil { byName[name] = index }
    return index
  }

  private mutating func append(_ topic: String, to index: Int) {
    guard !topic.isEmpty, topics[index].insert(topic).inserted else { return }
    entries[index].person.topics.append(topic)
  }
}
