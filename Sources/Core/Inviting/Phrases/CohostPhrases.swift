// The request to a host to host a party together with another, in both languages.

extension HostPhrases {
  static func germanCohost(_ name: String, _ topic: String) -> HostPhrases {
    HostPhrases(
      subject: "\(name) möchte mit Ihnen einladen",
      text:
        "\(name) möchte die Party zu \(topic) gemeinsam mit Ihnen ausrichten. Sagen Sie Ja, können Sie bei dieser "
        + "Party beide dasselbe sehen und tun. Ihr Adressbuch und Ihre anderen Partys bleiben Ihre Sache.",
      link: "Anmelden und antworten:")
  }

  static func englishCohost(_ name: String, _ topic: String) -> HostPhrases {
    HostPhrases(
      subject: "\(name) would like to host with you",
      text:
        "\(name) would like to host the party about \(topic) together with you. If you say yes, you can both see and do "
        + "the same for this party. Your address book and your other parties stay yours.",
      link: "Sign in and answer:")
  }
}
