/// The table of texts that cells refer to by number, kept as one run of bytes: separate Strings would cost several
/// times as much.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var tooLong: Set<Int> = []

  enum Entry {
    case text(String)
    /// Longer than a cell may be; refused only when a cell uses it, so that the row can be named.
    case tooLong
  }

  /// Nil if there is no such text.
  subscript(index: Int) -> Entry? {
    guard ends.indices.contains(index) else { return nil }
    if tooLong.contains(index) { return .tooLong }
    let start = index == 0 ? 0 : ends[index - 1]
    return .text(EscapedText.decode(String(decoding: bytes[start..<ends[index]], as: UTF8.self)))
  }

  /// Approximate bytes of memory.
  var size: Int { bytes.count + ends.count * MemoryLayout<Int>.size }

  mutating func append(_ text: XMLText, isTooLong: Bool) {
    if isTooLong { tooLong.insert(ends.count) } else { bytes.append(contentsOf: text.bytes) }
    ends.append(bytes.count)
  }
}

final class SharedStringsHandler: XMLHandler {
  private(set) var strings = SharedStrings()
  private var run = RichText()
  private var text: XMLText
  private var isTooLong = false
  private let limits: ReadingLimits

  init(limits: ReadingLimits) {
    self.limits = limits
    text = XMLText(limit: limits.cellBytes)
  }

  func start(_ element: XMLElement, line: () -> Int) {
    run.start(element.name)
  }

  func end(_ name: String) throws {
    run.end(name)
    guard name == "si" else { return }
    strings.append(text, isTooLong: isTooLong)
    text.clear()
    isTooLong = false
    if strings.size > limits.unpackedBytes / 2 { throw UnpackingBudget.bomb(limit: limits.unpackedBytes) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard run.isText, !isTooLong else { return }
    isTooLong = text.bytes.count + bytes.count > limits.cellBytes
    if !isTooLong { try text.append(bytes, line: 0) }
  }
}
