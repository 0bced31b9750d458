import Names

/// Parts a job from the place where somebody does it, where a list says both in one.
enum Employment {
  /// - Parameters:
  ///   - isTold: true if headings say what the columns are.
  ///   - hasRoles: true if the list says the job elsewhere.
  static func settle(_ person: inout ListedPerson, isTold: Bool, hasRoles: Bool) {
    person.organisation = withoutPage(person.organisation)
    if person.organisation.isEmpty {
      parted(person.role).map { (person.role, person.organisation) = ($0.job, $0.place) }
    }
    guard person.role.isEmpty, !hasRoles, !person.organisation.isEmpty else { return }
    if isTold, !person.organisation.utf8.contains(.comma) { return }
    if let both = parted(person.organisation) {
      (person.role, person.organisation) = (both.job, both.place)
    } else if !isTold, isJob(person.organisation) {
      (person.role, person.organisation) = (person.organisation, "")
    }
  }

  /// `Director, Example Museum`, `Muster GmbH, Leiter Vertrieb`: nil unless one part is clearly a job and the other one
  /// an organisation.
  private static func parted(_ text: String) -> (job: String, place: String)? {
    guard text.utf8.contains(.comma), let comma = text.firstRange(of: ", ") else { return nil }
    let (before, after) = (String(text[..<comma.lowerBound]), String(text[comma.upperBound...]))
    if isJob(before), NameWords.mentionsOrganisation(after), !NameWords.mentionsPosition(after) {
      return (before, after)
    }
    if isJob(after), NameWords.mentionsOrganisation(before), !NameWords.mentionsPosition(before) {
      return (after, before)
    }
    return nil
  }

  private static func isJob(_ text: String) -> Bool {
    NameWords.mentionsPosition(text) && !NameWords.mentionsOrganisation(text)
  }

  /// Notion writes the page of a linked entry behind its name: `Beispiel AG (https://…)`.
  private static func withoutPage(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: ")"), let open = text.firstRange(of: " (http") else { return text }
    return String(text[..<open.lowerBound])
  }
}
