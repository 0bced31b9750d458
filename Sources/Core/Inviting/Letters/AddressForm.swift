/// The form in which a guest is addressed: the language of the letter and, in German, Sie or du.
package enum AddressForm: String, Sendable, CaseIterable, Codable {
  case sie
  case du
  case english = "en"

  package var language: Language { self == .english ? .english : .german }
}
