import Core
import Foundation
import House
import Records

/// A host's statements about a list they bring, as typed.
package struct ImportEntry: Sendable, Equatable {
  /// Text pasted instead of a file.
  package var text = ""
  /// The address of a programme on the web.
  package var address = ""
  /// The id of an existing occasion; empty for a new one.
  package var occasion = ""
  package var kind = LetterOccasion.Kind.conferenceCancelled.rawValue
  package var name = ""
  package var year = ""
  var place = ""
  package var list = ""
  package var source = ListSource.Kind.participantList.rawValue
  var sourceWords = ""

  package init() {}

  package init(_ form: Form) {
    text = form.raw("text")
    address = form.text("address").oneLine
    occasion = form.text("occasion")
    if form.has("kind") { kind = form.text("kind") }
    name = form.text("occasionName").oneLine
    year = form.text("year")
    place = form.text("place").oneLine
    list = form.text("list").oneLine
    if form.has("source") { source = form.text("source") }
    sourceWords = form.text("sourceWords").oneLine
  }

  /// True if there is nothing except the address of a programme.
  var isFetched: Bool { !address.isEmpty && text.allSatisfy(\.isWhitespace) }

  /// Checks the input. `hasFile` tells whether a file was sent with it.
  /// - Throws: `FieldErrors`.
  func checked(hasFile: Bool) throws(FieldErrors) -> CheckedImportEntry {
    var errors = FieldErrors()
    if !hasFile, text.allSatisfy(\.isWhitespace), address.isEmpty { errors["file"] = Message("import.error.nothing") }
    let told = told(&errors)
    let origin = origin(&errors)
    guard errors.isEmpty, let told, let origin else {
      if hasFile, errors["file"] == nil { errors["file"] = Message("import.error.chooseAgain") }
      throw errors
    }
    return CheckedImportEntry(occasion: told, list: list, source: origin)
  }

  private func told(_ errors: inout FieldErrors) -> CheckedImportEntry.Told? {
    if let id = OccasionID(occasion) { return .known(id) }
    guard let kind = LetterOccasion.Kind(rawValue: kind) else {
      errors["kind"] = Message("import.error.kind")
      return nil
    }
    let isConference = kind != .none && kind != .officeVisit
    // The occasion can wait: letters don't mention one without a name.
    let isUnsaid = isConference && name.isEmpty
    if isUnsaid, !year.isEmpty || !place.isEmpty { errors["occasionName"] = Message("import.error.occasionName") }
    let number = Int(typed: year, in: 1900...2100)
    if !year.isEmpty, number == nil { errors["year"] = Message("import.error.year") }
    if isUnsaid { return .new(LetterOccasion(.none)) }
    return .new(
      LetterOccasion(
        kind, name: kind == .none ? "" : name, year: isConference ? number : nil,
        spokenPlace: place.isEmpty || kind == .none ? nil : place))
  }

  private func origin(_ errors: inout FieldErrors) -> ListSource? {
    guard let kind = ListSource.Kind(rawValue: source) else {
      errors["source"] = Message("import.error.source")
      return nil
    }
    if kind == .other, sourceWords.isEmpty { errors["sourceWords"] = Message("import.error.sourceWords") }
    return ListSource(kind, words: kind == .other ? sourceWords : "")
  }
}

/// A host's statements about a list, checked.
struct CheckedImportEntry: Sendable, Equatable {
  enum Told: Sendable, Equatable {
    case known(OccasionID)
    case new(LetterOccasion)
  }

  let occasion: Told
  /// Empty to derive a name from the occasion or the file.
  let list: String
  let source: ListSource
}

extension String {
  /// As much of it as one of our fields shows, on one line.
  var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ").cut(to: 300)
  }
}
