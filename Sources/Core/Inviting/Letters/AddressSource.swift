/// Where the host has a guest's address from; the letter says so (GDPR Art. 14(2)(f)).
package enum AddressSource: Sendable, Hashable {
  case publishedProgramme(of: LetterOccasion)
  case participantList(of: LetterOccasion)
  case businessCard
  case addressBook
  /// The address directory of a company, university or association that host and guest both belong to.
  case sharedDirectory
  /// A guest of the host's gave it, because they would ask this person in their place.
  case guest(String)
  /// In the host's words, to follow "I have your address from": "der Website Ihres Instituts", "your institute's website".
  case other(String)
}
