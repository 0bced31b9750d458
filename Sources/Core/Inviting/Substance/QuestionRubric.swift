import Foundation

/// An opening question is a single, open question, specific enough for everybody to answer from experience.
struct QuestionRubric {
  let text: RubricText
  let lexicon: RubricLexicon

  var hints: [Hint] {
    if let hint = noQuestion { return [hint] }
    var names: [String] = []
    if isGeneral { names.append("general") }
    if isYesOrNo { names.append("yesNo") }
    if isTwo { names.append("two") }
    if text.words.count < 5 && !isGeneral { names.append("short") }
    if text.words.count > 45 { names.append("long") }
    return names.map { Hint(.question, $0) }
  }

  private var noQuestion: Hint? {
    if text.line.contains("?") { return nil }
    let asks = lexicon.questionWords.contains(asked.first ?? "") || lexicon.verbsFirst.contains(asked.first ?? "")
    return Hint(.question, asks ? "noQuestionMark" : "notAQuestion")
  }

  private var isGeneral: Bool {
    let whole = RubricText(asked.joined(separator: " "))
    return lexicon.generalQuestions.contains { whole.contains($0) } && text.words.count < 16
  }

  private var isYesOrNo: Bool {
    guard let first = asked.first, lexicon.verbsFirst.contains(first) else { return false }
    return !lexicon.or.contains { asked.contains($0) }
  }

  /// Two question marks, or "and how …" with words of its own.
  private var isTwo: Bool {
    if text.line.count(where: { $0 == "?" }) > 1 { return true }
    return asked.indices.dropFirst(2).dropLast(3).contains { index in
      lexicon.and.contains(asked[index]) && lexicon.questionWords.contains(asked[index + 1])
        && !lexicon.questionWords.contains(asked[index - 1])
    }
  }

  /// The words of the sentence that asks, without the lead-up.
  private var asked: [String] {
    let upToMark = text.plain.split(separator: "?", maxSplits: 1).first.map(String.init) ?? text.plain
    let sentence = upToMark.split(whereSeparator: { ".:!".contains($0) }).last.map(String.init) ?? upToMark
    let clauses = sentence.split(separator: ",", maxSplits: 1).map(String.init)
    let words = RubricText(sentence).words
    guard clauses.count == 2, let first = words.first, lexicon.conditions.contains(first) else { return words }
    return RubricText(clauses[1]).words
  }
}
