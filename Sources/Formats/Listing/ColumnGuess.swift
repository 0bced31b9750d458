/// Judges what each column of a table contains, by its name and its cells together: a clear name is trusted unless the
/// cells contradict it; an unclear one counts only if there is no clear one.
struct ColumnGuess {
  private let header: [String]
  private let headings: [Heading]
  private let contents: [ColumnContent]
  private let sample: [[String]]
  /// Nil: nothing known yet.
  private var roles: [ColumnRole?]

  static func roles(header: [String], rows: [[String]], width: Int) -> [ColumnRole] {
    var guess = ColumnGuess(header: header, rows: rows, width: width)
    guess.refuseByContent()
    guess.settleStatus()
    guess.settleTitles()
    guess.settleFamilyName()
    guess.settleSpeakers()
    guess.settleOthers()
    guess.keepParticipants()
    guess.settleLinks()
    guess.keepClearest()
    guess.keepFullest()
    guess.settleTalks()
    guess.settleLanguage()
    guess.settleAddresses(rows)
    guess.fillByContent(hasHeader: !header.isEmpty)
    return guess.roles.map { $0 ?? .ignore }
  }

  private init(header: [String], rows: [[String]], width: Int) {
    self.sample = rows
    self.header = (0..<width).map { $0 < header.count ? header[$0] : "" }
    self.contents = (0..<width).map { column in ColumnContent(rows.map { column < $0.count ? $0[column] : "" }) }
    self.headings = self.header.map(Heading.init)
    self.roles = headings.map(\.role)
  }

  /// A column of yes and no, numbers, dates or links is never a name, a job, an organisation or a topic; nor is one
  /// that states people's part in the event.
  private mutating func refuseByContent() {
    let words: [ColumnRole] = [
      .name, .firstName, .lastName, .organisation, .role, .country, .topics, .talkTitle, .speakers, .title,
    ]
    for column in roles.indices {
      guard let role = roles[column], words.contains(role) || role == .email, !contents[column].isEmpty else {
        continue
      }
      let content = contents[column]
      let mayBePart = [.role, .name, .topics, .organisation].contains(role) && !Heading.asksForJob(header[column])
      let isPart = mayBePart && content.holdsPartsInEvent
      let isStanding =
        [.name, .role, .topics].contains(role) && headings[column].certainty < .whole && content.holdsStandings
      let isNobody = role == .name && content.holdsNobody
      let isTags = role == .topics && content.share { $0.hasPrefix("#") } >= 0.5
      if content.holdsNoWords || isPart || isStanding || isNobody || isTags { roles[column] = .ignore }
    }
  }

  private mutating func settleStatus() {
    for column in columns(.status) where !contents[column].isEmpty {
      if !contents[column].holdsStandings, !contents[column].holdsAnswers { roles[column] = .ignore }
    }
  }

  /// "Titel" over Dr. and Prof. is an academic title; in a table of talks it is the talk's, otherwise the person's job.
  private mutating func settleTitles() {
    for column in roles.indices where Heading.isTitle(header[column]) {
      if contents[column].isEmpty || contents[column].holdsTitles {
        roles[column] = .title
      } else if has(.speakers) || isTalkTable || contents[column].holdsSentences || !hasName {
        roles[column] = .talkTitle
      } else {
        roles[column] = .role
      }
    }
  }

  private var isTalkTable: Bool {
    header.contains { name in
      let words = HeaderWords.folded(name)
      return !HeaderWords.isTitle(name) && HeaderVocabulary.talkTable.contains(words)
    }
  }

  /// Beside "Vorname", "Name" is the family name.
  private mutating func settleFamilyName() {
    if has(.firstName) != has(.lastName), !has(.name) {
      for column in columns(.firstName) + columns(.lastName) where headings[column].certainty == .part {
        if contents[column].holdsFullNames { roles[column] = .name }
      }
    }
    guard has(.firstName), !has(.lastName) else { return }
    if let name = columns(.name).first(where: isFamilyName) {
      roles[name] = .lastName
      return
    }
    if let column = roles.indices.first(where: { ["name", "namen"].contains(HeaderWords.folded(header[$0])) }) {
      roles[column] = .lastName
    }
  }

  /// True if the names of a column leave out the given names that stand beside them.
  private func isFamilyName(_ column: Int) -> Bool {
    guard let given = columns(.firstName).first, !contents[column].isEmpty else { return false }
    let pairs = zip(rows(of: given), rows(of: column)).filter { !$0.isEmpty && !$1.isEmpty }
    return !pairs.isEmpty
      && pairs.count { !$1.localizedCaseInsensitiveContains($0) && !$1.contains("@") } * 5 >= pairs.count * 4
  }

  private func rows(of column: Int) -> [String] { sample.map { column < $0.count ? $0[column].tidied : "" } }

  /// Beside names, a column "Speaker" says yes or no; "Kontakt" over addresses holds addresses.
  private mutating func settleSpeakers() {
    if has(.lastName) || has(.name) {
      for column in columns(.speakers) where !contents[column].holdsListedNames { roles[column] = .ignore }
      let isShared = columns(.speakers).contains { contents[$0].holdsSeveralNames }
      for column in roles.indices where isShared && [.name, .firstName, .lastName].contains(roles[column]) {
        roles[column] = .ignore
      }
    }
    for column in columns(.name) where !has(.email) {
      let isAddressed = contents[column].holdsAddresses && (columns(.name).count > 1 || has(.lastName))
      if contents[column].holdsOnlyAddresses || isAddressed { roles[column] = .email }
    }
    let isPerson = has(.lastName) || columns(.name).count > 1
    for column in columns(.name) where isPerson && !has(.organisation) && contents[column].holdsMostlyOrganisations {
      roles[column] = .organisation
    }
  }

  /// The address of the person who ordered or submitted belongs to nobody here, unless the table has no other.
  private mutating func settleOthers() {
    for column in columns(.email) where headings[column].isOthers && hasName { roles[column] = .ignore }
  }

  /// Beside `Invitee Name`, `User Name` is the host's; beside `Attendee company`, `Company` is on the bill.
  private mutating func keepParticipants() {
    let groups: [[ColumnRole]] = [[.name, .firstName, .lastName], [.email], [.organisation], [.role]]
    for group in groups {
      let found = roles.indices.filter { column in roles[column].map(group.contains) ?? false }
      guard
        found.contains(where: {
          headings[$0].takesPart && headings[$0].certainty >= .qualified && !contents[$0].isEmpty
        })
      else { continue }
      for column in found where !headings[column].takesPart {
        if group != [.email] || HeaderWords.tokens(of: header[column]).contains("user") { roles[column] = .ignore }
      }
    }
  }

  /// A talk's page, or one that everybody shares, leads to no person.
  private mutating func settleLinks() {
    for column in columns(.link) {
      let content = contents[column]
      let isTheirs = content.isEmpty || content.holdsWays && !content.holdsOneThing && !content.holdsSomeAddress
      let isTalk = (has(.speakers) || has(.talkTitle)) && !has(.email)
      if !isTheirs || isTalk { roles[column] = .ignore }
    }
  }

  /// Exact column names beat names that merely contain a known word.
  private mutating func keepClearest() {
    let groups: [[ColumnRole]] = [
      [.name, .firstName, .lastName], [.email], [.organisation], [.role], [.country], [.speakers],
    ]
    for group in groups {
      let found = roles.indices.filter { column in roles[column].map(group.contains) ?? false }
      guard found.contains(where: { headings[$0].certainty >= .qualified }) else { continue }
      for column in found where headings[column].certainty == .part { roles[column] = .ignore }
    }
  }

  /// A column of whole names beats one of nicknames.
  private mutating func keepFullest() {
    let found = columns(.name)
    guard found.count > 1, found.contains(where: { contents[$0].holdsFullNames }) else { return }
    for column in found where !contents[column].isEmpty && !contents[column].holdsFullNames { roles[column] = .ignore }
  }

  /// In a table whose talks have titles, a session is what a talk belongs to.
  private mutating func settleTalks() {
    for column in columns(.talkTitle) where HeaderVocabulary.events.contains(HeaderWords.folded(header[column])) {
      if Set(contents[column].cells).count < 2, !has(.speakers) { roles[column] = .ignore }
    }
    let titles = columns(.talkTitle).filter {
      HeaderWords.isTitle(header[$0]) || header[$0].lowercased().contains("tit")
    }
    guard !titles.isEmpty else { return }
    for column in columns(.talkTitle) where !titles.contains(column) { roles[column] = .ignore }
  }

  /// Beside the person's own address, one that several different people share belongs to whoever ordered for them. A
  /// column without any address is no address column if another one has some.
  private mutating func settleAddresses(_ rows: [[String]]) {
    let found = columns(.email)
    if found.contains(where: { headings[$0].isPersonal }) {
      for column in found where !headings[column].isPersonal && isShared(column, rows) { roles[column] = .ignore }
    }
    let filled = columns(.email).filter { contents[$0].holdsSomeAddress }
    guard filled.isEmpty,
      let column = roles.indices.first(where: { isFree($0) && contents[$0].holdsAddresses && !contents[$0].holdsCards })
    else {
      return
    }
    for empty in columns(.email) where !contents[empty].isEmpty { roles[empty] = .ignore }
    roles[column] = .email
  }

  /// In a table of talks it is the talk's.
  private mutating func settleLanguage() {
    guard has(.talkTitle) || has(.speakers) || isTalkTable else { return }
    for column in columns(.language) { roles[column] = .ignore }
  }

  private func isFree(_ column: Int) -> Bool {
    (roles[column] == nil || headings[column].certainty < .whole && roles[column] == .ignore)
      && !headings[column].isOthers
  }

  private func isShared(_ column: Int, _ rows: [[String]]) -> Bool {
    let addresses = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column].lowercased() : nil }
    let isOrder = header.contains {
      HeaderWords.tokens(of: $0).contains { ["order", "bestellung", "bestellnummer"].contains($0) }
    }
    return isOrder || Set(addresses).count < addresses.count
  }

  private mutating func fillByContent(hasHeader: Bool) {
    if !has(.email) { assign(.email) { $0.holdsAddresses && !$0.holdsCards } }
    if !hasName { fillNames() }
    if !hasName,
      let nickname = roles.indices.first(where: { HeaderVocabulary.nicknames.contains(HeaderWords.folded(header[$0])) })
    {
      roles[nickname] = .name
    }
    guard !hasHeader else { return fillUnknown() }
    assign(.country) { $0.holdsCountries }
    assign(.honorific) { $0.holdsHonorifics }
    assign(.title) { $0.holdsTitles }
    assign(.role) { $0.holdsMostlyPositions }
    assign(.organisation) { $0.holdsOrganisations && !$0.cells.contains(where: CellWords.isStanding) }
    assign(.topics) { $0.holdsLists }
    fillByOrder()
    if !has(.organisation), !saysBoth {
      assign(.organisation) { $0.holdsWords && !$0.cells.contains(where: CellWords.isStanding) }
    }
  }

  /// `Head of Archive at Example Museum`.
  private var saysBoth: Bool { columns(.role).contains { contents[$0].share(Self.namesPlace) >= 0.3 } }

  private static func namesPlace(_ text: String) -> Bool {
    [" at ", " bei ", " @ ", " chez ", " presso ", " bij "].contains { text.contains($0) }
  }

  /// Under headings that nobody knows, cells that are clearly organisations or jobs.
  private mutating func fillUnknown() {
    if !has(.organisation) { assign(.organisation) { $0.holdsMostlyOrganisations && $0.isVaried } }
    if !has(.role) { assign(.role) { $0.holdsMostlyPositions && $0.holdsMainlyPositions && $0.isVaried } }
  }

  /// Two columns of words beside names: in which order they give job and organisation, the cells of both together tell.
  private mutating func fillByOrder() {
    guard has(.name) || has(.firstName), !has(.organisation) || !has(.role), !saysBoth else { return }
    let free = roles.indices.filter { column in
      let isFree = roles[column] == nil || roles[column] == .organisation || roles[column] == .role
      return isFree && contents[column].holdsWords && !contents[column].cells.contains(where: CellWords.isStanding)
    }
    guard free.count >= 2, free[1] == free[0] + 1 else { return }
    let pairs = zip(contents[free[0]].cells, contents[free[1]].cells).map { ($0, $1) }
    let order = PartOrder.common(to: pairs)
    let isTold = roles[free[0]] != nil || roles[free[1]] != nil
    guard let order = order ?? (isTold ? nil : .jobFirst) else { return }
    roles[free[0]] = order == .jobFirst ? .role : .organisation
    roles[free[1]] = order == .jobFirst ? .organisation : .role
  }

  /// One column of whole names, or two of single ones: in that case the column with more common first names leads.
  private mutating func fillNames() {
    if assign(.name, where: { $0.holdsFullNames && !$0.holdsCountries }) { return }
    let single = roles.indices.filter { roles[$0] == nil && contents[$0].holdsSingleNames && !contents[$0].holdsTitles }
    guard single.count >= 2, single[1] == single[0] + 1 else {
      if let only = single.first { roles[only] = .name }
      return
    }
    let isSwapped = contents[single[1]].holdsFirstNames && !contents[single[0]].holdsFirstNames
    roles[single[0]] = isSwapped ? .lastName : .firstName
    roles[single[1]] = isSwapped ? .firstName : .lastName
  }

  private func columns(_ role: ColumnRole) -> [Int] { roles.indices.filter { roles[$0] == role } }

  private func has(_ role: ColumnRole) -> Bool { roles.contains(role) }

  private var hasName: Bool { has(.name) || has(.firstName) || has(.lastName) || has(.speakers) }

  @discardableResult
  private mutating func assign(_ role: ColumnRole, where fits: (ColumnContent) -> Bool) -> Bool {
    guard let column = roles.indices.first(where: { roles[$0] == nil && !headings[$0].isOthers && fits(contents[$0]) })
    else { return false }
    roles[column] = role
    return true
  }
}
