/// The origin of a guest's address; the letter states it (GDPR Art. 14(2)(f)).
package enum AddressSource: Sendable, Hashable {
  case publishedProgramme(of: LetterOccasion)
  case participantList(of: LetterOccasion)
  case businessCard
  case addressBook
  /// The address directory of a company, university or association that host and guest both belong to.
  case sharedDirectory
  /// One of the host's guests gave it, because they would invite this person in their place.
  case guest(String)
  /// The host's own words, to follow "I have your address from": "der Website Ihres Instituts", "your institute's
  /// website".
  case other(String)
}
