/// Topics of one person: ordered, none twice. Two topics are the same when they fold to the same `SearchKey`.
package enum TopicList {
  /// `first`, then what `second` adds, each in its own order; the spelling met first stays. Empty topics are left out.
  package static func union(_ first: [String], _ second: [String]) -> [String] {
    let topics = (first + second).map(\.collapsingWhitespace).filter { !$0.isEmpty }
    guard topics.count > 1 else { return topics }
    var seen: Set<String> = []
    return topics.filter { seen.insert(SearchKey.fold($0)).inserted }
  }
}
