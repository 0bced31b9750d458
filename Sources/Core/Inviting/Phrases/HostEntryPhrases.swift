// The text of a mail with the host's own calendar entry, in both languages.

extension HostPhrases {
  static func germanEntry(_ step: HostNotice.EntryStep, _ topic: String) -> HostPhrases {
    switch step {
    case .set:
      HostPhrases(
        subject: "Für Ihren Kalender: \(topic)",
        text: "Der Termin zu \(topic) steht. Der Eintrag für Ihren eigenen Kalender liegt bei.", link: "Zur Party:")
    case .moved:
      HostPhrases(
        subject: "Ihr Kalendereintrag hat sich geändert: \(topic)",
        text:
          "Termin oder Länge von \(topic) haben sich geändert. Mit dieser Mail ändert sich auch der Eintrag in Ihrem Kalender.",
        link: "Zur Party:")
    case .takenBack:
      HostPhrases(
        subject: "Aus Ihrem Kalender: \(topic)",
        text: "\(topic) findet nicht statt. Mit dieser Mail verschwindet der Eintrag aus Ihrem Kalender.",
        link: "Zur Party:")
    }
  }

  static func englishEntry(_ step: HostNotice.EntryStep, _ topic: String) -> HostPhrases {
    switch step {
    case .set:
      HostPhrases(
        subject: "For your calendar: \(topic)",
        text: "The date for \(topic) is set. The entry for your own calendar is attached.", link: "See the party:")
    case .moved:
      HostPhrases(
        subject: "Your calendar entry has changed: \(topic)",
        text: "The date or the length of \(topic) has changed. This email updates the entry in your calendar.",
        link: "See the party:")
    case .takenBack:
      HostPhrases(
        subject: "Removed from your calendar: \(topic)",
        text: "\(topic) won’t take place. This email removes the entry from your calendar.", link: "See the party:")
    }
  }
}
