/// Finds people on pages that show each of them in a card: elements side by side with the same tag and class, each with
/// several lines, whose own tags and classes tell which line is which.
struct PageCards {
  private struct Element {
    let parent: Int
    /// Tag and first class.
    let kind: String
    var isClosed = false
  }

  private struct Line {
    let element: Int
    var text: [UInt8]
    var addresses: [String] = []
  }

  private static let mostElements = 200_000
  private static let mostLines = 20_000
  /// Elements between a card and its lines.
  private let mostLevels = 8
  private var elements: [Element] = [Element(parent: -1, kind: "")]
  private var open: [Int] = [0]
  private var lines: [Line] = []
  private var isInLine = false
  private var bytes = 0

  mutating func start(_ tag: HTMLTag) {
    guard elements.count < Self.mostElements, !Self.inline.contains(tag.name) || tag["class"] != nil,
      !Self.void.contains(tag.name), let parent = open.last
    else { return }
    let kind = tag["class"]?.split(separator: " ").first.map { tag.name + "." + $0 } ?? tag.name
    elements.append(Element(parent: parent, kind: kind))
    open.append(elements.count - 1)
    breakLine()
  }

  mutating func end(_ name: String) {
    guard let last = open.last, last > 0 else { return }
    let tag = elements[last].kind.prefix { $0 != "." }
    guard tag == name else { return }
    open.removeLast()
    breakLine()
  }

  mutating func text(_ text: [UInt8]) {
    guard let element = open.last, bytes < 32 << 20, lines.count < Self.mostLines,
      isInLine || text.contains(where: { $0 != .space })
    else { return }
    bytes += text.count
    if !isInLine { lines.append(Line(element: element, text: [])) }
    isInLine = true
    lines[lines.count - 1].text.append(contentsOf: text)
  }

  mutating func link(_ address: String) {
    guard let element = open.last, lines.count < Self.mostLines else { return }
    if !isInLine { lines.append(Line(element: element, text: [])) }
    isInLine = true
    lines[lines.count - 1].addresses.append(address)
  }

  mutating func breakLine() { isInLine = false }

  private static let inline: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "small", "font", "u", "abbr", "mark",
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input", "meta", "link", "wbr", "area", "base", "col"]

  /// Nil if nothing is repeated often enough to be cards.
  func table() -> [DocumentRow]? {
    guard let cards = bestGroup(), cards.count >= 3 else { return nil }
    let even = Self.even(cards)
    var columns: [String] = []
    var rows: [[String: String]] = []
    for card in cards {
      var row: [String: String] = [:]
      var counts: [String: Int] = [:]
      for line in card {
        counts[line.path, default: 0] += 1
        let isEven = even[line.path] ?? 0 > 1
        let path = isEven ? "\(line.path) \(counts[line.path] ?? 1)" : line.path
        row[path, default: ""] += (row[path] == nil ? "" : "; ") + written(line)
        if !columns.contains(path) { columns.append(path) }
      }
      rows.append(row)
    }
    guard (2...40).contains(columns.count) else { return nil }
    let body = rows.map { row in columns.map { row[$0] ?? "" } }
    return ([header(columns)].compactMap(\.self) + body).enumerated().map {
      DocumentRow(line: $0.offset + 1, cells: $0.element)
    }
  }

  /// The number of lines on a path, where it is the same in all cards: each of them is a column then.
  private static func even(_ cards: [[Placed]]) -> [String: Int] {
    var even: [String: Int] = [:]
    for (index, card) in cards.enumerated() {
      let counts = Dictionary(grouping: card, by: \.path).mapValues(\.count)
      for (path, count) in counts { even[path] = index == 0 || even[path] == count ? count : 0 }
      for path in even.keys where counts[path] == nil { even[path] = 0 }
    }
    return even
  }

  private struct Placed {
    let path: String
    let line: Int
  }

  private func written(_ placed: Placed) -> String {
    var text = DraftText(String(decoding: lines[placed.line].text, as: UTF8.self).tidied)
    text.add(addresses: lines[placed.line].addresses)
    return text.string
  }

  /// Siblings of one kind that contain most of the page's lines, two to a dozen each.
  private func bestGroup() -> [[Placed]]? {
    var members: [Int: [Placed]] = [:]
    for (index, line) in lines.enumerated() {
      var path = ""
      var element = line.element
      for _ in 0..<mostLevels where element > 0 {
        members[element, default: []].append(Placed(path: path, line: index))
        path = elements[element].kind + (path.isEmpty ? "" : " " + path)
        element = elements[element].parent
      }
    }
    let cards = members.filter { (2...12).contains($0.value.count) }
    let groups = Dictionary(grouping: cards.keys, by: trail)
    let large = groups.values.filter { $0.count >= 3 }.sorted { weight($0, cards) > weight($1, cards) }
    let named = large.prefix(20).map { $0.sorted().compactMap { cards[$0] } }
    return named.first(where: holdPeople) ?? named.first
  }

  /// The kinds of an element and of those around it: cards may be spread over several rows or sections of the page.
  private func trail(_ element: Int) -> String {
    var kinds: [String] = []
    var element = element
    while element > 0, kinds.count < mostLevels {
      kinds.append(elements[element].kind)
      element = elements[element].parent
    }
    return kinds.joined(separator: " ")
  }

  /// True if a line of most cards is a whole name, and hardly any is a sentence.
  private func holdPeople(_ cards: [[Placed]]) -> Bool {
    let names = cards.count { card in
      ColumnContent(card.prefix(4).map(written)).cells.contains { ColumnContent([$0]).holdsFullNames }
    }
    return names * 5 >= cards.count * 4
  }

  private func weight(_ group: [Int], _ cards: [Int: [Placed]]) -> Int {
    group.reduce(0) { $0 + (cards[$1]?.count ?? 0) }
  }

  /// Classes such as `speaker-name` and `company` tell what a line is; without such a class there is no header.
  private func header(_ columns: [String]) -> [String]? {
    let names = columns.map { column in
      let classes =
        column.split(separator: " ").last { !$0.allSatisfy(\.isNumber) }?.split(separator: ".").dropFirst().first ?? ""
      let words = classes.split { "-_".contains($0) }.reversed().map(String.init)
      return words.first { HeaderWords.role(of: $0) != nil } ?? ""
    }
    return names.contains { HeaderWords.isNameOrAddress($0) } ? names : nil
  }
}
