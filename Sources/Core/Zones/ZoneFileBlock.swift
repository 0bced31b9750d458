/// The data after a header (RFC 9636 §3.2).
struct ZoneFileBlock {
  private let moments: [Int]
  private let indices: [Int]
  private let types: [ZoneRules.Period]

  /// No zone has an offset beyond these (RFC 9636 §3.2).
  private static let offsets = -89_999...93_599

  /// - Parameter timeSize: bytes of each time, 4 or 8.
  init(_ cursor: inout ZoneFileCursor, _ header: ZoneFileHeader, timeSize: Int) throws(ZoneProblem) {
    guard header.leaps == 0 else { throw .leapSeconds }
    guard (1...256).contains(header.types), [0, header.types].contains(header.standardMarks),
      [0, header.types].contains(header.universalMarks)
    else { throw .numbers }
    // Once these bytes are there, the counts are bounded by them.
    var block = ZoneFileCursor(Array(try cursor.take(header.length(timeSize: timeSize))))
    var moments: [Int] = []
    for _ in 0..<header.times { moments.append(try block.number(timeSize)) }
    indices = try block.take(header.times).map(Int.init)
    var types: [ZoneRules.Period] = []
    for _ in 0..<header.types { types.append(try Self.type(&block, header)) }
    (self.moments, self.types) = (moments, types)
    try check()
  }

  func rules(_ footer: ZoneFooter?) throws(ZoneProblem) -> ZoneRules {
    // Without any change the footer applies to all times.
    guard let first = types.first else { throw .numbers }
    return ZoneRules(first: first, moments: moments, periods: indices.map { types[$0] }, afterwards: footer)
  }

  private static func type(
    _ block: inout ZoneFileCursor, _ header: ZoneFileHeader
  ) throws(ZoneProblem) -> ZoneRules.Period {
    let (offset, daylight, name) = (try block.number(4), try block.number(1), try block.number(1))
    guard offsets.contains(offset), daylight <= 1, name < header.characters else { throw .numbers }
    return ZoneRules.Period(offset: offset, isDaylight: daylight == 1)
  }

  private func check() throws(ZoneProblem) {
    let isAscending = zip(moments, moments.dropFirst()).allSatisfy(<)
    guard isAscending, moments.allSatisfy(ZoneRules.countable.contains), indices.allSatisfy({ $0 < types.count })
    else { throw .numbers }
  }
}
