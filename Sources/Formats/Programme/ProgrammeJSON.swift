/// Finds speakers and talks in any of the JSON shapes in which programmes are published.
///
/// Frab: `schedule.conference.days[].rooms{}[]` with `persons`, and `schedule_speakers.speakers`. Pretalx: the API's
/// `results`, the widget's `talks` and `speakers`, exports of sites. Sessionize: `view/All`, `Speakers`, `Sessions`,
/// `GridSmart`. Their common ground is enough: a talk has a `title` and a list of `speakers` or `persons`, wherever it
/// is; a list of speakers is at the top.
struct ProgrammeJSON {
  let root: JSONValue
  let limits: ReadingLimits

  /// Throws `import.problem.programmeShape` with `expected` if there is neither a list of speakers nor one of talks.
  func programme(as kind: FileKind) throws -> Programme {
    let list = speakerList
    let reader = SpeakerReader(questions: root["questions"], listed: list ?? [])
    var talks: [Programme.Talk] = []
    var mentions = 0
    try visitTalks(in: root, reader: reader) { talk in
      mentions += talk.speakers.count
      if mentions > limits.rows { throw Programme.tooManyPeople(limits) }
      talks.append(talk)
    }
    if list == nil, talks.isEmpty, !isEmptyProgramme {
      throw Problem("import.problem.programmeShape", ["expected": ProgrammeJSON.expected(of: kind)])
    }
    return Programme(listed: list?.map(reader.speaker), talks: talks)
  }

  private static func expected(of kind: FileKind) -> String {
    switch kind {
    case .frabJSON: "schedule.conference.days[].rooms{}[].persons[]"
    case .sessionize: "sessions[], speakers[]"
    case .indico: "results[].contributions[].speakers[]"
    case .openReview: "notes[].content.authors"
    default: "speakers[], talks[]"
    }
  }

  /// The list of speakers, if the source has one that isn't empty.
  var speakerList: [JSONValue]? {
    let places = [
      root["speakers"], root["schedule_speakers"]?["speakers"], root["schedule"]?["persons"],
      root["schedule"]?["speakers"],
      root["results"], root,
    ]
    return places.lazy.compactMap { $0 }.map(\.elements).first { SpeakerReader.areSpeakers($0) }
  }

  private var isEmptyProgramme: Bool {
    let conference = (root["schedule"] ?? root)["conference"]
    let lists = [root["results"], root["speakers"], root["talks"], root["sessions"], conference?["days"], root]
    return lists.contains { $0?.isArray == true }
  }

  private func visitTalks(
    in value: JSONValue, reader: SpeakerReader, visit: (Programme.Talk) throws -> Void
  ) rethrows {
    if let talk = reader.talk(value) { try visit(talk) }
    for element in value.elements { try visitTalks(in: element, reader: reader, visit: visit) }
  }
}
