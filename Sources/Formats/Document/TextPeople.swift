/// Makes people of plain text: a list of addresses, or a table.
struct TextPeople {
  let columns: [ColumnRole]?
  let hasHeader: Bool?
  let limits: ReadingLimits

  /// - Returns: how the table was understood; nil for a list of addresses.
  func read(_ bytes: [UInt8], into sink: ReadingSink) throws -> TableLayout? {
    guard !AddressListReader.recognises(bytes) else {
      var reader = AddressListReader()
      try reader.read(bytes, limits: limits, into: sink)
      return nil
    }
    var table = TableReader(columns: columns, hasHeader: hasHeader, limits: limits)
    try table.read(bytes, into: sink)
    return table.layout
  }
}
