import Foundation

/// Writes workbooks as Excel 97 did: records in a stream, the stream in a compound file.
struct OldWorkbookSample {
  private var globals = Data()
  private var sheet = Data()

  init() {
    Self.record(0x0809, [0x00, 0x06, 0x05, 0x00], to: &globals)
    Self.record(0x0809, [0x00, 0x06, 0x10, 0x00], to: &sheet)
  }

  mutating func add(global kind: UInt16, _ bytes: [UInt8]) { Self.record(kind, bytes, to: &globals) }
  mutating func add(_ kind: UInt16, _ bytes: [UInt8]) { Self.record(kind, bytes, to: &sheet) }

  mutating func add(_ text: String, row: UInt8, column: UInt8) {
    let units = Array(text.utf16)
    let wide = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    add(0x0204, [row, 0, column, 0, 0, 0, UInt8(units.count), 0, 1] + wide)
  }

  func data(stream name: String = "Workbook") -> Data {
    var stream = globals
    // The offset of the sheet, its visibility, its kind, its name.
    let start = stream.count + 4 + 9 + 4
    Self.record(0x85, [UInt8(start & 0xFF), UInt8(start >> 8), 0, 0, 0, 0, 1, 0, 0x53], to: &stream)
    Self.record(0x0A, [], to: &stream)
    stream.append(sheet)
    Self.record(0x0A, [], to: &stream)
    return Self.compound(stream, name: name)
  }

  private static func record(_ kind: UInt16, _ bytes: [UInt8], to stream: inout Data) {
    stream.append(contentsOf: [
      UInt8(kind & 0xFF), UInt8(kind >> 8), UInt8(bytes.count & 0xFF), UInt8(bytes.count >> 8),
    ])
    stream.append(contentsOf: bytes)
  }

  /// Sector 0 is the table of sectors, 1 the directory, the stream begins at 2.
  static func compound(_ stream: Data, name: String) -> Data {
    let size = max(4096, (stream.count + 511) / 512 * 512)
    var file = Data(count: 1536 + size)
    file.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    func put(_ value: UInt32, _ offset: Int) {
      for byte in 0..<4 { file[offset + byte] = UInt8(value >> (8 * byte) & 0xFF) }
    }
    (file[30], file[32]) = (9, 6)
    put(1, 44)
    put(1, 48)
    put(4096, 56)
    put(.max - 1, 60)
    put(.max - 1, 68)
    for place in 0..<109 { put(place == 0 ? 0 : .max, 76 + place * 4) }
    let last = 2 + size / 512
    for sector in 0..<128 {
      put(
        sector == 0
          ? .max - 2 : sector == 1 || sector == last - 1 ? .max - 1 : sector < last ? UInt32(sector + 1) : .max,
        512 + sector * 4)
    }
    for (index, entry) in [("Root Entry", UInt8(5), UInt32.max - 1, 0), (name, 2, 2, size)].enumerated() {
      let offset = 1024 + index * 128
      for (place, unit) in entry.0.utf16.enumerated() { file[offset + place * 2] = UInt8(unit & 0xFF) }
      file[offset + 64] = UInt8((entry.0.utf16.count + 1) * 2)
      file[offset + 66] = entry.1
      put(entry.2, offset + 116)
      put(UInt32(entry.3), offset + 120)
    }
    file.replaceSubrange(1536..<(1536 + stream.count), with: stream)
    return file
  }
}
