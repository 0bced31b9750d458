/// A language that pages and letters are written in.
package enum Language: String, Sendable, CaseIterable, Codable {
  case german = "de"
  case english = "en"
}
