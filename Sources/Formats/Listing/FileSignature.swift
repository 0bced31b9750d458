/// Kinds of files that their first bytes reveal.
enum FileSignature {
  case zip, pdf, oldExcel, image, archive, richText, none

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
    } else if Self.images.contains(where: { bytes.starts(with: $0) }) || Self.isHEIF(bytes) {
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
    case .archive: Problem("import.problem.archive")
    }
  }

  private static let images: [[UInt8]] = [
    [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("II*\0".utf8), Array("MM\0*".utf8),
    Array("RIFF".utf8), [0x42, 0x4D, 0x00],
  ]
  private static let archives: [[UInt8]] = [
    [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], Array("Rar!".utf8), [0xFD, 0x37, 0x7A], [0x28, 0xB5, 0x2F, 0xFD],
  ]

  private static func isHEIF(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.dropFirst(4).starts(with: "ftyp".utf8)
  }
}
