/// Typos: a letter too many, too few, wrong, or two swapped.
enum Slip {
  /// One typo per this many letters is allowed if the word table doesn't know one of the texts; between two that it
  /// knows there is none: "Onkologie" and "Ökologie" are words.
  private static let lettersPerSlip = 7
  /// The same if there is no table to ask.
  private static let lettersPerSlipUnasked = 10

  static func isLikely(_ one: TopicMeaning, _ other: TopicMeaning) -> Bool {
    let isAsked = one.isFamiliar != nil && other.isFamiliar != nil
    if isAsked, one.isFamiliar == true, other.isFamiliar == true { return false }
    let longest = max(one.letters.count, other.letters.count)
    let allowed = longest / (isAsked ? lettersPerSlip : lettersPerSlipUnasked)
    guard allowed > 0, abs(one.letters.count - other.letters.count) <= allowed else { return false }
    return distance(one.letters, other.letters, most: allowed) <= allowed
  }

  /// The number of typos between two texts (Damerau and Levenshtein); if it exceeds `most`, any number above that.
  static func distance(_ one: [UInt8], _ other: [UInt8], most: Int) -> Int {
    var (twoAbove, above) = ([Int](), Array(0...other.count))
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let isEqual = one[row] == other[column]
        var least = min(above[column] + (isEqual ? 0 : 1), above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, twoAbove[column - 1] + 1)
        }
        current.append(least)
      }
      if current.allSatisfy({ $0 > most }) { return most + 1 }
      (twoAbove, above) = (above, current)
    }
    return above[other.count]
  }
}
