import Testing

@testable import Formats

/// One small programme in each published shape: Ada gives both talks, Bo the second.
enum ProgrammeSamples {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: FileKind
    let json: String
    var testDescription: String { name }
  }

  static let all = [
    Sample(
      name: "frab schedule", kind: .frabJSON,
      json: """
        {"schedule": {"version": "1", "conference": {"title": "C", "days": [{"index": 1, "rooms": {
          "Z": [{"id": 1, "guid": "e1", "title": "Erster", "track": "T",
                 "persons": [{"id": 7, "guid": "g7", "public_name": "Ada Beispiel"}]}],
          "A": [{"id": 2, "title": "Zweiter", "persons": [{"id": 7, "guid": "g7", "name": "Ada Beispiel"},
                 {"id": 8, "full_public_name": "Bo Muster"}]}]}}]}}}
        """),
    Sample(
      name: "frab speakers", kind: .frabJSON,
      json: """
        {"schedule_speakers": {"version": "1", "speakers": [
          {"id": 7, "full_public_name": "Ada Beispiel", "events": [{"id": 1, "title": "Erster"}, {"id": 2, "title": "Zweiter"}]},
          {"id": 8, "full_public_name": "Bo Muster", "events": [{"id": 2, "title": "Zweiter"}]}]}}
        """),
    Sample(
      name: "pretalx site export", kind: .pretalx,
      json: """
        {"schedule": {"2025-11-01": {"510": {}, "530": {"12": {"code": "T1", "title": "Erster", "submission_type":
          {"name": {"en": "Talk"}}, "speakers": [{"code": "AAAAA1", "name": "Ada Beispiel", "submissions": []}]}}}},
         "sprints": {"2025-10-30": {"600": {"19": {"code": "T2", "title": "Zweiter", "speakers": [
           {"code": "BBBBB2", "name": "Bo Muster"}, {"code": "AAAAA1", "name": "Ada Beispiel"},
           {"code": "CCCCC3", "name": "Nicht gelistet"}]}}}},
         "rooms": [{"id": 12, "name": {"en": "R"}}], "extra": {},
         "speakers": {"AAAAA1": {"code": "AAAAA1", "name": "Ada Beispiel", "biography": null, "submissions": []},
                      "BBBBB2": {"code": "BBBBB2", "name": "Bo Muster", "biography": "", "submissions": []}}}
        """),
    Sample(
      name: "pretalx API, speakers", kind: .pretalx,
      json: """
        {"count": 2, "next": null, "previous": null, "results": [
          {"code": "AAAAA1", "name": "Ada Beispiel", "biography": "x", "submissions": [{"code": "T1", "title": "Erster"},
            {"code": "T2", "title": {"en": "Zweiter", "de": "2."}}]},
          {"code": "BBBBB2", "name": "Bo Muster", "biography": null, "submissions": [{"code": "T2", "title": "Zweiter"}]}]}
        """),
    Sample(
      name: "pretalx API, submissions", kind: .pretalx,
      json: """
        {"count": 2, "results": [{"code": "T1", "title": "Erster", "speakers": [{"code": "AAAAA1", "name": "Ada Beispiel"}]},
          {"code": "T2", "title": "Zweiter", "speakers": [{"code": "AAAAA1", "name": "Ada Beispiel"},
            {"code": "BBBBB2", "name": "Bo Muster"}]}]}
        """),
    Sample(
      name: "pretalx widget", kind: .pretalx,
      json: """
        {"talks": [{"id": 1, "code": "T1", "title": "Erster", "speakers": ["AAAAA1"], "track": 2},
           {"id": 3, "title": {"en": "Break"}, "speakers": []},
           {"id": 2, "code": "T2", "title": {"de": "Zweiter"}, "speakers": ["BBBBB2", "AAAAA1"]}],
         "speakers": [{"code": "AAAAA1", "name": "Ada Beispiel", "avatar": null}, {"code": "BBBBB2", "name": "Bo Muster"}],
         "tracks": [], "rooms": [{"id": 1, "name": {"en": "R"}}], "version": "1", "timezone": "Europe/Berlin"}
        """),
    Sample(
      name: "pretalx list of talks", kind: .pretalx,
      json: """
        [{"title": "Erster", "speakers": ["Ada Beispiel"]}, {"title": "Zweiter", "speakers": ["Ada Beispiel", "Bo Muster"]}]
        """),
    Sample(
      name: "pretalx list of speakers", kind: .pretalx,
      json: """
        [{"code": "AAAAA1", "name": "Ada Beispiel", "submissions": [{"title": "Erster"}, {"title": "Zweiter"}]},
         {"code": "BBBBB2", "name": "Bo Muster", "submissions": [{"title": "Zweiter"}]}]
        """),
    Sample(
      name: "Sessionize, view/All", kind: .sessionize,
      json: """
        {"sessions": [{"id": "11", "title": "Erster", "speakers": ["9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"], "isServiceSession": false},
           {"id": "12", "title": "Zweiter", "speakers": ["9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"]}],
         "speakers": [{"id": "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d", "firstName": "Ada", "lastName": "Beispiel",
            "fullName": "Ada Beispiel", "bio": "", "tagLine": "", "sessions": [11, 12], "questionAnswers": []},
           {"id": "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "firstName": "Bo", "lastName": "Muster", "sessions": [12]}],
         "questions": [], "categories": [{"id": 1, "title": "Track", "items": []}], "rooms": [{"id": 1, "name": "R"}]}
        """),
    Sample(
      name: "Sessionize, view/Speakers", kind: .sessionize,
      json: """
        [{"id": "s1", "firstName": "Ada", "lastName": "Beispiel", "fullName": "Ada Beispiel", "tagLine": "", "isTopSpeaker": false,
          "sessions": [{"id": 11, "name": "Erster"}, {"id": 12, "name": "Zweiter"}]},
         {"id": "s2", "fullName": "Bo Muster", "sessions": [{"id": 12, "name": "Zweiter"}]}]
        """),
    Sample(
      name: "Sessionize, view/Sessions", kind: .sessionize,
      json: """
        [{"groupId": null, "groupName": "All", "sessions": [
          {"id": "11", "title": "Erster", "speakers": [{"id": "s1", "name": "Ada Beispiel"}], "room": "R"},
          {"id": "12", "title": "Zweiter", "speakers": [{"id": "s1", "name": "Ada Beispiel"}, {"id": "s2", "name": "Bo Muster"}]}]}]
        """),
    Sample(
      name: "Sessionize, GridSmart", kind: .sessionize,
      json: """
        [{"date": "2025-11-01T00:00:00", "rooms": [{"id": 1, "name": "R", "sessions": [
          {"id": "11", "title": "Erster", "speakers": [{"id": "s1", "name": "Ada Beispiel"}]},
          {"id": "12", "title": "Zweiter", "speakers": [{"id": "s1", "name": "Ada Beispiel"}, {"id": "s2", "name": "Bo Muster"}]}]}],
          "timeSlots": [{"slotStart": "09:00:00", "rooms": [{"id": 1, "session": {"id": "11", "title": "Erster", "speakers":
            [{"id": "s1", "name": "Ada Beispiel"}]}}]}]}]
        """),
  ]
}
