/// A language for pages and letters.
package enum Language: String, Sendable, CaseIterable, Codable {
  case german = "de"
  case english = "en"
}
