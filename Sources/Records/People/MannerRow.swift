import Core
import Database

extension Manner {
  /// Read from a row of people: empty if nobody said.
  package init(_ row: Row) throws {
    self.init(
      honorific: Honorific(rawValue: try row.get("honorific")), language: Language(rawValue: try row.get("language")))
  }

  var storedHonorific: String { honorific?.rawValue ?? "" }
  var storedLanguage: String { language?.rawValue ?? "" }
}
