import Foundation

/// The streams of an OLE compound file (MS-CFB), the container of old Excel, Word and Outlook files. A chain of sectors
/// that runs in circles or out of the file ends there.
struct CompoundFile {
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private let data: Data
  private let sectorSize: Int
  private let table: [UInt32]
  private let smallTable: [UInt32]
  private let smallStream: Data
  private let streams: [String: (start: UInt32, size: Int)]

  /// Nil for a file of another kind, or one too damaged to find anything in it.
  init?(_ file: Data) {
    let data = Data(file)
    guard data.count >= 1536, data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), let shift = data.word(at: 30),
      (7...12).contains(shift)
    else { return nil }
    let size = 1 << Int(shift)
    self.data = data
    sectorSize = size
    let table = Self.table(of: data, sectorSize: size)
    self.table = table
    let directory = Self.chain(from: data.double(at: 48) ?? Self.endOfChain, in: data, table, size)
    var streams: [String: (start: UInt32, size: Int)] = [:]
    var root: (start: UInt32, size: Int)?
    for offset in stride(from: 0, to: directory.count - 127, by: 128) {
      guard let entry = Self.entry(directory.subdata(in: offset..<(offset + 128))) else { continue }
      if entry.isRoot { root = (entry.start, entry.size) }
      if streams[entry.name] == nil { streams[entry.name] = (entry.start, entry.size) }
    }
    self.streams = streams
    smallStream = root.map { Self.chain(from: $0.start, in: data, table, size).prefix($0.size) } ?? Data()
    let small = Self.chain(from: data.double(at: 60) ?? Self.endOfChain, in: data, table, size)
    smallTable = stride(from: 0, to: small.count - 3, by: 4).compactMap { small.double(at: $0) }
  }

  var names: Set<String> { Set(streams.keys) }

  /// Nil if there is no such stream.
  func stream(_ name: String) -> Data? {
    guard let stream = streams[name] else { return nil }
    let isSmall = stream.size < Int(data.double(at: 56) ?? 4096)
    let bytes =
      isSmall
      ? Self.chain(from: stream.start, in: smallStream, smallTable, 64, header: 0)
      : Self.chain(from: stream.start, in: data, table, sectorSize)
    return Data(bytes.prefix(stream.size))
  }

  private static func entry(_ bytes: Data) -> (name: String, isRoot: Bool, start: UInt32, size: Int)? {
    guard let length = bytes.word(at: 64), (2...64).contains(length), let start = bytes.double(at: 116),
      let size = bytes.double(at: 120)
    else { return nil }
    let name = String(data: bytes.prefix(Int(length) - 2), encoding: .utf16LittleEndian) ?? ""
    return (name, bytes[66] == 5, start, Int(size))
  }

  /// The table of sectors: the header names 109 of the sectors it occupies, and sectors that follow each other name the
  /// rest.
  private static func table(of data: Data, sectorSize: Int) -> [UInt32] {
    var places = (0..<109).compactMap { data.double(at: 76 + $0 * 4) }
    var next = data.double(at: 68) ?? endOfChain
    var seen = 0
    while next < 0xFFFF_FFFA, seen * sectorSize < data.count {
      let offset = (Int(next) + 1) * sectorSize
      places += (0..<(sectorSize / 4 - 1)).compactMap { data.double(at: offset + $0 * 4) }
      next = data.double(at: offset + sectorSize - 4) ?? endOfChain
      seen += 1
    }
    var table: [UInt32] = []
    for place in places where place < 0xFFFF_FFFA && table.count * 4 < data.count {
      let offset = (Int(place) + 1) * sectorSize
      table += (0..<(sectorSize / 4)).compactMap { data.double(at: offset + $0 * 4) }
    }
    return table
  }

  private static func chain(
    from start: UInt32, in data: Data, _ table: [UInt32], _ size: Int, header: Int = 1
  ) -> Data {
    var bytes = Data()
    var next = start
    while next < 0xFFFF_FFFA, bytes.count <= data.count {
      let offset = (Int(next) + header) * size
      guard offset < data.count else { break }
      bytes.append(data[offset..<min(offset + size, data.count)])
      guard Int(next) < table.count else { break }
      next = table[Int(next)]
    }
    return bytes
  }
}

/// Numbers in little-endian order; nil beyond the end. The data's indices begin with 0.
extension Data {
  func word(at offset: Int) -> UInt16? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  func double(at offset: Int) -> UInt32? {
    guard let low = word(at: offset), let high = word(at: offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  func quad(at offset: Int) -> UInt64? {
    guard let low = double(at: offset), let high = double(at: offset + 4) else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }
}
