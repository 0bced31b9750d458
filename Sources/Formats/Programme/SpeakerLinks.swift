/// Other places where a programme says a speaker can be found: Sessionize's `links`, fields such as `homepage` and
/// `mastodon`, and answers to questions about them.
struct SpeakerLinks {
  private static let fields = [
    "homepage", "website", "webpage", "web", "blog", "mastodon", "fediverse", "linkedin", "bluesky", "xing",
  ]
  /// Sites that call their members by a handle alone.
  private static let sites = [
    "github": "https://github.com/", "twitter": "https://x.com/", "gitlab": "https://gitlab.com/",
  ]

  let speaker: JSONValue
  let answers: [(question: String, answer: String)]

  var all: [String] {
    let listed = (speaker["links"]?.elements ?? []).map { SpeakerReader.text($0["url"] ?? $0["href"] ?? $0) }
    let own = Self.fields.map { SpeakerReader.text(speaker[$0]) }
    let onSites = Self.sites.keys.sorted().map { Self.page(SpeakerReader.text(speaker[$0]), at: Self.sites[$0] ?? "") }
    let answered = answers.compactMap { isAbout($0.question) || isPage($0.answer) ? $0.answer : nil }
    return (listed + own + onSites + answered).filter { !$0.isEmpty && !$0.contains(" ") }
  }

  private static func page(_ text: String, at site: String) -> String {
    if text.isEmpty || text.contains("/") || text.contains(".") { return text }
    return site + text.drop { $0 == "@" }
  }

  private func isAbout(_ question: String) -> Bool {
    question.contains(/\b(homepage|web ?site|webseite|mastodon|fediverse|linkedin|github|blog|bluesky)\b/)
  }

  private func isPage(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }
}
