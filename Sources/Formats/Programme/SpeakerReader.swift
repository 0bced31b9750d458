import Names

/// Reads one speaker or one talk of a programme, under the field names of the various conference systems.
struct SpeakerReader {
  private static let names = ["public_name", "name", "full_public_name", "fullName", "full_name", "display_name"]
  private static let ids = ["guid", "code", "id", "person_id"]
  private static let organisations = ["organisation", "organization", "company", "affiliation", "employer"]
  private static let roles = ["role", "position", "job_title", "jobTitle", "tagLine", "tagline"]
  /// The fields for a talk's speakers; Indico tells presenters from authors.
  private static let casts = ["speakers", "persons", "presenters", "primaryauthors", "coauthors"]
  private static let ownTalks = ["submissions", "sessions", "talks", "events"]
  private static let biographies = ["biography", "bio", "abstract", "avatar", "avatar_url", "profilePicture"]

  /// The texts of Sessionize's questions by their ids.
  private let questions: [String: String]
  /// The ids of listed speakers, by which talks refer to them.
  private let known: Set<String>

  init(questions: JSONValue?, listed: [JSONValue] = []) {
    known = Set(listed.flatMap { speaker in SpeakerReader.ids.compactMap { speaker[$0]?.identifier } })
    let pairs = (questions?.elements ?? []).compactMap { question in
      question["id"]?.identifier.map { ($0, SpeakerReader.text(question["question"])) }
    }
    self.questions = Dictionary(pairs) { first, _ in first }
  }

  /// True if these are speakers rather than talks, rooms or groups: objects without a talk's title and with something
  /// only people have.
  static func areSpeakers(_ elements: [JSONValue]) -> Bool {
    !elements.isEmpty && elements.allSatisfy { $0.isObject || $0 == .null } && elements.contains(where: isSpeaker)
      && !elements.contains { isTalk($0) || $0["groupName"] != nil || $0["rooms"] != nil }
  }

  private static func isSpeaker(_ value: JSONValue) -> Bool {
    guard value["persons"] == nil, value["speakers"] == nil else { return false }
    if ["public_name", "full_public_name", "fullName", "firstName", "first_name"].contains(where: { value[$0] != nil })
    {
      return true
    }
    let isNamed = value["name"] != nil || value["code"] != nil
    return isNamed && (value["code"] != nil || (biographies + ownTalks + roles).contains { value[$0] != nil })
  }

  private static func isTalk(_ value: JSONValue) -> Bool {
    value["title"] != nil && casts.contains { value[$0] != nil }
  }

  /// Nil unless the value is an object with a title and a list of speakers.
  func talk(_ value: JSONValue) -> Programme.Talk? {
    if let paper = paper(value) { return paper }
    guard let title = value["title"], SpeakerReader.isTalk(value) else { return nil }
    let id = (value["code"] ?? value["id"])?.identifier
    let speakers = SpeakerReader.casts.flatMap { value[$0]?.elements ?? [] }.map(speaker)
    return Programme.Talk(
      id: id, title: SpeakerReader.text(title), speakers: speakers, keywords: texts(value["keywords"]))
  }

  /// A submission as OpenReview's API delivers it; in its version 2 each field has a `value`.
  private func paper(_ value: JSONValue) -> Programme.Talk? {
    guard let content = value["content"], let title = content["title"], let authors = content["authors"] else {
      return nil
    }
    func field(_ value: JSONValue?) -> JSONValue? { value?["value"] ?? value }
    let ids = texts(field(content["authorids"]))
    let speakers = texts(field(authors)).enumerated().map { index, name in
      let id = index < ids.count ? ids[index] : ""
      let person = ListedPerson(name: PersonName.spoken(name), email: MailAddress(id)?.text ?? "", line: 0)
      return Programme.Speaker(id: id.isEmpty || id.contains("@") ? nil : id, person: person)
    }
    return Programme.Talk(
      id: value["id"]?.identifier, title: SpeakerReader.text(field(title)), speakers: speakers,
      keywords: texts(field(content["keywords"])))
  }

  /// The texts of a list, or of one text that contains several.
  private func texts(_ value: JSONValue?) -> [String] {
    if case .string(let text)? = value { return TopicList.topics(in: PlainText.clean(text)) }
    return (value?.elements ?? []).map { SpeakerReader.text($0) }.filter { !$0.isEmpty }
  }

  /// A text is a pretalx code or a Sessionize id if it looks like one, otherwise a name. A value that is neither object
  /// nor text is somebody without a name.
  func speaker(_ value: JSONValue) -> Programme.Speaker {
    switch value {
    case .object: return described(value)
    case .string(let text) where !SpeakerReader.isIdentifier(text) && !known.contains(text):
      return Programme.Speaker(person: ListedPerson(name: PersonName.spoken(PlainText.clean(text)), line: 0))
    default: return Programme.Speaker(id: value.identifier, person: ListedPerson(line: 0))
    }
  }

  /// Pretalx' codes are six capitals and digits, Sessionize's ids are UUIDs, frab's are numbers.
  private static func isIdentifier(_ text: String) -> Bool {
    text.wholeMatch(of: /[A-Z0-9]{6}|[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/) != nil
  }

  private func described(_ value: JSONValue) -> Programme.Speaker {
    let own = SpeakerReader.ownTalks.lazy.compactMap { value[$0]?.elements }.first { !$0.isEmpty } ?? []
    var person = ListedPerson(
      name: name(of: value), email: SpeakerReader.text(value["email"]),
      organisation: first(SpeakerReader.organisations, in: value, orAnswerTo: SpeakerReader.asksForOrganisation),
      role: first(SpeakerReader.roles, in: value, orAnswerTo: SpeakerReader.asksForRole),
      country: SpeakerReader.text(value["country"]),
      topics: own.map { SpeakerReader.text($0["title"] ?? $0["name"]) }, line: 0)
    person.links = SpeakerLinks(speaker: value, answers: answers(in: value)).all
    return Programme.Speaker(
      id: SpeakerReader.ids.lazy.compactMap { value[$0]?.identifier }.first, person: person,
      talks: own.compactMap { $0.identifier })
  }

  private func name(of value: JSONValue) -> String {
    let whole = SpeakerReader.names.lazy.map { SpeakerReader.text(value[$0]) }.first { !$0.isEmpty }
    let parts = [value["firstName"] ?? value["first_name"], value["lastName"] ?? value["last_name"]]
    let joined = parts.map { SpeakerReader.text($0) }.filter { !$0.isEmpty }
    // Indico writes the family name first in `fullName`, and gives both parts separately beside it.
    guard let whole, !whole.contains(",") || joined.count < 2 else { return joined.joined(separator: " ") }
    return whole.contains(",") ? PersonName.spoken(whole) : whole
  }

  private func first(_ keys: [String], in value: JSONValue, orAnswerTo asks: (String) -> Bool) -> String {
    let field = keys.lazy.map { SpeakerReader.text(value[$0]) }.first { !$0.isEmpty }
    return field ?? answers(in: value).first { asks($0.question) }?.answer ?? ""
  }

  /// Sessionize's `questionAnswers` and pretalx' `answers`, where the question comes with its answer or is among the
  /// programme's questions.
  private func answers(in value: JSONValue) -> [(question: String, answer: String)] {
    ((value["questionAnswers"] ?? value["answers"])?.elements ?? []).map { answer in
      let inner = answer["question"]
      let written = SpeakerReader.text(inner?["question"] ?? inner)
      let question = answer["questionId"]?.identifier.flatMap { questions[$0] } ?? written
      return (question.lowercased(), SpeakerReader.text(answer["answerValue"] ?? answer["answer"]))
    }
  }

  private static func asksForOrganisation(_ question: String) -> Bool {
    question.contains(/\b(company|organi[sz]ation|affiliation|employer|firma|unternehmen|arbeitgeber)\b/)
  }

  private static func asksForRole(_ question: String) -> Bool {
    question.contains(/\b(job title|role|position|rolle|funktion)\b/)
  }

  /// A plain text; for one in several languages, the English text, otherwise the German, otherwise the first non-empty
  /// one.
  static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text), .number(let text): return PlainText.clean(text)
    case .object(let members):
      let candidates = [value?["en"], value?["de"]] + members.map { Optional($0.value) }
      for case .string(let text)? in candidates where !PlainText.clean(text).isEmpty { return PlainText.clean(text) }
      return ""
    default: return ""
    }
  }
}
