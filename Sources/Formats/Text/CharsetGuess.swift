/// One reading of a text whose encoding is uncertain.
package struct CharsetReading: Sendable, Equatable {
  /// The registered name of the encoding.
  package let charset: String
  /// Up to three lines that the other readings read differently, each cut to 120 characters.
  package let lines: [String]
}

/// The encoding a text's words speak for: the one in which most of them could be words of a language. Of two that fit
/// equally well, the one used by more files is chosen, and the other is reported too.
struct CharsetGuess {
  private typealias Fit = (charset: Charset, text: String, score: Double)

  let charset: Charset
  /// Empty if there is no doubt.
  let readings: [CharsetReading]

  private static let candidates: [Charset] =
    [.windows1252, .latin9, .dos850, .macRoman] + CodePage.allCases.map(Charset.page)
  /// The share of the best one's points below which an encoding is out of the question.
  private static let share = 0.95
  private static let mostReadings = 4

  init(of bytes: [UInt8]) {
    let sample = Self.sample(of: bytes)
    var fits: [Fit] = []
    for charset in Self.candidates {
      guard let text = charset.text(of: sample), !fits.contains(where: { $0.text == text }) else { continue }
      fits.append((charset, text, LetterFit.score(text)))
    }
    let best = fits.dropFirst().reduce(fits.first) { best, fit in fit.score > (best?.score ?? 0) ? fit : best }
    charset = best?.charset ?? .windows1252
    readings = best.map { Self.readings(of: fits, best: $0) } ?? []
  }

  /// The best one first, followed by others nearly as good; if none is any good, all are offered.
  private static func readings(of fits: [Fit], best: Fit) -> [CharsetReading] {
    let others = fits.filter { $0.charset != best.charset && (best.score <= 0 || $0.score >= best.score * share) }
      .sorted { $0.score > $1.score }.prefix(mostReadings - 1)
    guard !others.isEmpty else { return [] }
    let texts = ([best] + others).map { ($0.charset, $0.text.split(separator: "\n")) }
    let count = texts.map(\.1.count).min() ?? 0
    let different = (0..<count).filter { line in Set(texts.map { $0.1[line] }).count > 1 }.prefix(3)
    guard !different.isEmpty else { return [] }
    return texts.map { charset, lines in
      CharsetReading(charset: charset.name, lines: different.map { String(lines[$0].prefix(120)) })
    }
  }

  /// The first lines that are not ASCII.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var scanner = LineScanner(bytes)
    while sample.count < 16 << 10, let line = scanner.next() {
      guard bytes[line.range].contains(where: { $0 >= 0x80 }) else { continue }
      sample += bytes[line.range].prefix(4 << 10) + [.lineFeed]
    }
    return sample
  }
}
