/// A topic is something eight people can talk about for an hour: narrower than a book, wider than a yes.
struct TopicRubric {
  let text: RubricText
  let lexicon: RubricLexicon

  var hints: [Hint] {
    if let word = text.first(of: lexicon.emptyWords) { return [Hint(.topic, "emptyWord", ["word": word])] }
    if isLong { return [Hint(.topic, "long")] }
    return isGeneral ? [Hint(.topic, "general")] : []
  }

  private var isLong: Bool { text.words.count > 14 || text.line.count > 100 }

  /// Made of nothing but words that fit any programme.
  private var isGeneral: Bool {
    let telling = text.words.filter { !lexicon.fillers.contains($0) && !lexicon.generalTopics.contains($0) }
    return telling.isEmpty || text.words.count == 1
  }
}
