/// Kinds of files that their first bytes reveal.
enum FileSignature {
  case zip, pdf, oldExcel, image, recording, archive, richText, none

  init(_ bytes: some Collection<UInt8>) {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("PK\u{3}\u{4}") {
      self = .zip
    } else if begins("%PDF") {
      self = .pdf
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldExcel
    } else if begins("{\\rtf") {
      self = .richText
    } else if Self.isRecording(bytes) {
      self = .recording
    } else if Self.images.contains(where: { bytes.starts(with: $0) }) || Self.isHEIF(bytes) || Self.isBitmap(bytes) {
      self = .image
    } else if Self.archives.contains(where: { bytes.starts(with: $0) }) {
      self = .archive
    } else {
      self = .none
    }
  }

  /// The reason why such a file is not read; nil if it may be.
  var problem: Problem? {
    switch self {
    case .zip, .none, .pdf, .oldExcel, .richText: nil
    case .image: Problem("import.problem.image")
    case .recording: Problem("import.problem.recording")
    case .archive: Problem("import.problem.archive")
    }
  }

  private static let images: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("II*\0".utf8), Array("MM\0*".utf8),
    Array("RIFF".utf8),
  ]
  private static let archives: [[UInt8]] = [
    [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8), [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD],
  ]

  /// `BM`, the size, then four zeros; a text may begin with BM, too.
  private static func isBitmap(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: "BM".utf8) && bytes.dropFirst(6).starts(with: [0, 0, 0, 0])
  }

  private static let recordings: [[UInt8]] = [
    [0x1A, 0x45, 0xDF, 0xA3], Array("OggS".utf8), Array("ID3".utf8), Array("fLaC".utf8), [0xFF, 0xFB], [0xFF, 0xF3],
    [0x00, 0x00, 0x01, 0xBA], [0x30, 0x26, 0xB2, 0x75],
  ]

  /// Sound or video. MP4 and pictures of telephones share a container, whose brand tells them apart.
  private static func isRecording(_ bytes: some Collection<UInt8>) -> Bool {
    let brand = String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)
    if isHEIF(bytes) { return !["heic", "heix", "mif1", "msf1", "avif", "heim", "hevc"].contains(brand) }
    if bytes.starts(with: "RIFF".utf8) { return brand != "WEBP" }
    return recordings.contains { bytes.starts(with: $0) }
  }

  private static func isHEIF(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.dropFirst(4).starts(with: "ftyp".utf8)
  }
}
