// The request to a host to host a party together with another, in both languages.

extension HostPhrases {
  static func germanCohost(_ name: String, _ topic: String) -> HostPhrases {
    HostPhrases(
      subject: "\(name) möchte mit Ihnen einladen",
      text:
        "\(name) bittet Sie, die Party zu \(topic) gemeinsam auszurichten. Sagen Sie Ja, sehen und tun Sie für diese Party "
        + "dasselbe. Ihr Adressbuch und Ihre anderen Partys bleiben Ihre Sache.",
      link: "Anmelden und antworten:")
  }

  static func englishCohost(_ name: String, _ topic: String) -> HostPhrases {
    HostPhrases(
      subject: "\(name) would like to host with you",
      text:
        "\(name) asks you to host the party about \(topic) together. If you say yes, you see and do the same for this "
        + "party. Your address book and your other parties stay yours.",
      link: "Sign in and answer:")
  }
}
