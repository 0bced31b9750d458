/// Topics of one person: ordered, none twice. Two topics are the same when they fold to the same `SearchKey`.
package enum TopicList {
  /// `first`, then what `second` adds, each in its own order; the spelling met first stays. Empty topics are left out.
  package static func union(_ first: [String], _ second: [String]) -> [String] {
    guard first.count + second.count > 0 else { return [] }
    var seen: Set<String> = []
    return (first + second).compactMap { topic in
      let topic = topic.collapsingWhitespace
      let isNew = !topic.isEmpty && seen.insert(SearchKey.fold(topic)).inserted
      return isNew ? topic : nil
    }
  }
}
