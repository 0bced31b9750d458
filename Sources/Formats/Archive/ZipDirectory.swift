import Foundation

/// The names in a ZIP, as listed by the directory at its end (APPNOTE 4.3.12). That is enough to tell what the ZIP is;
/// its content is `ZipFile`'s job.
struct ZipDirectory {
  private static let mostNames = 10_000
  let names: [String]
  /// The type an OpenDocument file declares in its first entry (ODF part 2, §3.3); otherwise empty.
  let mediaType: String

  init(_ file: Data) {
    let data = file.startIndex == 0 ? file : Data(file)
    mediaType = Self.mediaType(of: data)
    let names = Self.directoryNames(of: data)
    self.names = names.isEmpty ? Self.localNames(of: data) : names
  }

  func has(_ name: String) -> Bool { names.contains { $0.caseInsensitiveCompare(name) == .orderedSame } }

  private static func mediaType(of data: Data) -> String {
    guard data.count > 38, data[30..<38].elementsEqual("mimetype".utf8) else { return "" }
    return String(decoding: data[38...].prefix(80).prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
  }

  private static func directoryNames(of data: Data) -> [String] {
    let tail = max(0, data.count - 66_000)
    guard let end = data[tail...].range(of: Data("PK\u{5}\u{6}".utf8), options: .backwards)?.lowerBound,
      let start = data.double(at: end + 16)
    else { return [] }
    var names: [String] = []
    var offset = Int(start)
    while names.count < mostNames, data.double(at: offset) == 0x0201_4B50, let length = data.word(at: offset + 28),
      let extra = data.word(at: offset + 30), let comment = data.word(at: offset + 32)
    {
      let name = data.dropFirst(offset + 46).prefix(Int(length))
      names.append(String(decoding: name, as: UTF8.self).replacing("\\", with: "/"))
      offset += 46 + Int(length) + Int(extra) + Int(comment)
    }
    return names
  }

  /// For a ZIP with a missing end: the names before the entries themselves, near its start.
  private static func localNames(of data: Data) -> [String] {
    var names: [String] = []
    var rest = data.prefix(1 << 20)
    while names.count < 100, let mark = rest.range(of: Data("PK\u{3}\u{4}".utf8))?.lowerBound {
      guard let length = data.word(at: mark + 26) else { break }
      names.append(String(decoding: data.dropFirst(mark + 30).prefix(Int(length)), as: UTF8.self))
      rest = rest[(mark + 4)...]
    }
    return names
  }
}
