import Words

/// Subjects with two English and two German names each.
struct Concepts {
  struct Pair {
    let one: Int
    let other: Int
  }

  /// English, English, German, German, English …
  let phrases: [String]

  init(_ text: String) {
    phrases = text.split(separator: "\n").flatMap { line in
      line.split(separator: "\t").map(String.init).prefix(4)
    }
  }

  func subject(_ phrase: Int) -> Int { phrase / 4 }
  func isGerman(_ phrase: Int) -> Bool { phrase % 4 >= 2 }

  /// The common ground of every pair of phrases, for fitting `Evidence.similarity`.
  func printEvidence(in space: TopicSpace) {
    let meanings = phrases.map { space.meaning(of: $0) }
    for one in phrases.indices {
      for other in phrases.indices where other != one {
        let evidence = space.evidence(meanings[one], meanings[other])
        print(one, other, evidence.words, evidence.letters, evidence.direction ?? -9, evidence.crossing)
      }
    }
  }
}
