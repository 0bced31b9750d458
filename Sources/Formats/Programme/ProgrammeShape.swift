/// Tells the programmes' JSON formats apart by features that only one of them has.
enum ProgrammeShape {
  static func kind(of root: JSONValue) -> FileKind? {
    if isFrab(root) { return .frabJSON }
    if isSessionize(root) { return .sessionize }
    if isIndico(root) { return .indico }
    if root["notes"]?.elements.contains(where: { $0["content"]?["authors"] != nil }) == true { return .openReview }
    return isPretalx(root) ? .pretalx : nil
  }

  private static func isFrab(_ root: JSONValue) -> Bool {
    (root["schedule"] ?? root)["conference"]?["days"] != nil || root["schedule_speakers"]?["speakers"] != nil
  }

  private static func isSessionize(_ root: JSONValue) -> Bool {
    if root["sessions"]?.isArray == true, root["speakers"]?.isArray == true { return true }
    guard root.isArray else { return false }
    return root.elements.contains { element in
      let isGroup = element["groupName"] != nil && element["sessions"] != nil
      let isGrid = element["rooms"] != nil && element["timeSlots"] != nil
      let isSpeaker = element["fullName"] != nil || element["firstName"] != nil
      return isGroup || isGrid || isSpeaker || element["isServiceSession"] != nil
    }
  }

  private static func isIndico(_ root: JSONValue) -> Bool {
    let results = root["results"]?.elements ?? [root]
    return root["_type"]?.identifier == "HTTPAPIResult"
      || results.contains { $0["contributions"]?.isArray == true || $0["_type"]?.identifier == "Conference" }
  }

  private static func isPretalx(_ root: JSONValue) -> Bool {
    // Orders of a ticket shop come in the same pages.
    if root["results"]?.elements.contains(where: { $0["positions"] != nil || $0["attendee_name"] != nil }) == true {
      return false
    }
    if ["results", "speakers"].contains(where: { SpeakerReader.areSpeakers(root[$0]?.elements ?? []) }) { return true }
    let reader = SpeakerReader(questions: nil)
    let lists = [root["results"], root["talks"], root].compactMap { $0?.elements }
    if lists.contains(where: { $0.contains { reader.talk($0) != nil } }) { return true }
    if root["count"] != nil, root["results"]?.isArray == true { return true }
    return SpeakerReader.areSpeakers(root.elements)
  }
}
