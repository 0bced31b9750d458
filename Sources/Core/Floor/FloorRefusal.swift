/// The reason why a request was not granted; a key of the strings as `refusal.<case>`.
package enum FloorRefusal: String, Error, Hashable, Sendable, Codable, CaseIterable {
  case notInside, doorClosed, tooEarly, removed, ended, notHosting
  case noSuchTable, tableFull, tableIsPrivate, notAtTable, alreadyThere, noRoom
  case noSuchPerson, notAtSameTable, noSuchLine, noSuchOffer
  case emptyText, textTooLong, tooManyLines, tooManyTables
  case declined, hasWord
  case notOnStage, noPart, tooLateToExtend, invalidProgramme
}
