/// Joins raised marks to their words: a typesetter prints `Adler¹` as a word and a smaller, higher one.
enum PDFRaised {
  private static let mostWords = 20_000
  private static let band = 8.0

  static func joined(_ words: [PDFWord]) -> [PDFWord] {
    guard words.count <= mostWords else { return words }
    let heights = words.map(\.height).sorted()
    guard let low = heights.first, let high = heights.last, low < high * 0.85 else { return words }
    var bands: [Int: [Int]] = [:]
    for (index, word) in words.enumerated() { bands[band(of: word), default: []].append(index) }
    var words: [PDFWord?] = words
    for index in words.indices {
      guard let mark = words[index], mark.text.count <= 8, mark.height > 0 else { continue }
      let near = (band(of: mark) - 2...band(of: mark) + 2).flatMap { bands[$0] ?? [] }
      guard near.count < 400, let place = near.first(where: { isRaised(mark, over: words[$0]) }) else { continue }
      let text = String(decoding: RaisedText.written(Array(mark.text.utf8)), as: UTF8.self)
      guard text != mark.text || mark.text.allSatisfy(RaisedText.isMark), var word = words[place] else { continue }
      let isBehind = word.middle < mark.middle
      word.text = isBehind ? word.text + text : text + word.text
      (word.left, word.right) = (min(word.left, mark.left), max(word.right, mark.right))
      words[place] = word
      words[index] = nil
    }
    return words.compactMap(\.self)
  }

  private static func band(of word: PDFWord) -> Int { Int((word.top + word.bottom) / 2 / band) }

  /// True if the mark touches a larger word and stands higher than its middle.
  private static func isRaised(_ mark: PDFWord, over word: PDFWord?) -> Bool {
    guard let word, mark.height < word.height * 0.85, word.text.contains(where: \.isLetter) else { return false }
    let gap = mark.middle > word.middle ? mark.left - word.right : word.left - mark.right
    guard gap > -word.height * 0.3, gap < word.height * 0.25 else { return false }
    let middle = (mark.top + mark.bottom) / 2
    return middle < (word.top + word.bottom) / 2 && mark.bottom > word.top && middle > word.top - word.height * 0.4
  }
}
