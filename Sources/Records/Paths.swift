import Core
import House

/// The typed address of a page: a link can't name a page that does not exist. `Routes.swift` has the patterns.
package struct Path: Sendable, Hashable {
  package let text: String

  private init(_ text: String) {
    self.text = text
  }

  package func query(_ items: [(String, String)]) -> String {
    let given = items.filter { !$0.1.isEmpty }
    return given.isEmpty ? text : text + "?" + given.formText
  }
}

extension Path {
  /// The same at one of several nodes; for sockets alone.
  /// - Parameter node: nil for wherever it leads.
  package func at(node: String?) -> Path { node.map { Path("\(Path.node($0).text)\(text)") } ?? self }

  /// Where a load balancer asks whether a node lives.
  package static func node(_ name: String) -> Path { Path("/n/\(name)") }

  /// Where another node asks whether the database hears this one.
  package static func nodeIsHeard(_ name: String) -> Path { Path("/n/\(name)/database") }

  package static let home = Path("/")
  package static let privacy = Path("/privacy")
  package static let language = Path("/language")
  package static let logo = Path("/organisation/logo")
  package static let organisationStyle = Path("/organisation/style.css")
  package static let signIn = Path("/sign-in")
  package static func addressChange(_ token: Token) -> Path { Path("/settings/address/\(token.text)") }
  package static func signInLink(_ token: Token) -> Path { Path("/sign-in/\(token.text)") }
  package static func signOn(_ provider: String) -> Path { Path("/sign-on/\(provider)") }
  package static func signOnReturn(_ provider: String) -> Path { Path("/sign-on/\(provider)/return") }
  /// Where a provider says that somebody has signed out there.
  package static func signOnLogout(_ provider: String) -> Path { Path("/sign-on/\(provider)/logout") }
  package static let signOut = Path("/sign-out")
  package static let introduction = Path("/introduction")
  package static let settings = Path("/settings")
  package static let calendarFeedSettings = Path("/settings/calendar-feed")
  /// Opened by a host's calendar program.
  package static func calendarFeed(_ token: Token) -> Path { Path("/calendar/\(token.text)/parties.ics") }
  package static let busyCalendar = Path("/settings/busy-calendar")
  package static let thesaurus = Path("/settings/thesaurus")
  package static func session(_ id: SessionID) -> Path { Path("/settings/sessions/\(id)/end") }
}

/// A host's own programs.
extension Path {
  package static let programs = Path("/settings/programs")
  package static func programEnd(_ id: APITokenID) -> Path { Path("/settings/programs/\(id)/end") }
  package static let webhooks = Path("/settings/webhooks")
  package static func webhookEnd(_ id: WebhookID) -> Path { Path("/settings/webhooks/\(id)/end") }
}

/// For operators.
extension Path {
  package static let operation = Path("/operation")
  package static let operationHosts = Path("/operation/hosts")
  package static func operationHost(_ id: HostID) -> Path { Path("/operation/hosts/\(id)") }
  package static let operationMail = Path("/operation/mail")
  package static let operationRecord = Path("/operation/record")
  package static let operationCheckup = Path("/operation/checkup")
}

extension Path {
  package static let people = Path("/people")
  package static let newImport = Path("/people/imports/new")
  package static let imports = Path("/people/imports")
  package static func importing(_ id: ImportID) -> Path { Path("/people/imports/\(id)") }
  package static func importProgress(_ id: ImportID) -> Path { Path("/people/imports/\(id)/progress") }
  package static func importColumns(_ id: ImportID) -> Path { Path("/people/imports/\(id)/columns") }
  package static func importConfirmation(_ id: ImportID) -> Path { Path("/people/imports/\(id)/confirmation") }
  package static func importAbsences(_ id: ImportID) -> Path { Path("/people/imports/\(id)/absences") }
  package static func importLikenesses(_ id: ImportID) -> Path { Path("/people/imports/\(id)/likenesses") }
  package static func importDifferences(_ id: ImportID) -> Path { Path("/people/imports/\(id)/differences") }
  package static func importDiscard(_ id: ImportID) -> Path { Path("/people/imports/\(id)/discard") }
  package static func importRejected(_ id: ImportID) -> Path { Path("/people/imports/\(id)/rejected.csv") }
  package static let pairs = Path("/people/pairs")
  package static func listRefreshment(_ id: PeopleListID) -> Path { Path("/people/lists/\(id)/refreshment") }
  package static let newPerson = Path("/people/new")
  package static let peopleCSV = Path("/people/export.csv")
  package static let peopleVCard = Path("/people/export.vcf")
  package static func person(_ id: PersonID) -> Path { Path("/people/\(id)") }
  package static func personMerge(_ id: PersonID) -> Path { Path("/people/\(id)/merge") }
  package static let leaving = Path("/people/leaving")
  package static func personAccess(_ id: PersonID) -> Path { Path("/people/\(id)/access") }
  package static func personErasure(_ id: PersonID) -> Path { Path("/people/\(id)/erasure") }
}

extension Path {
  package static let parties = Path("/parties")
  package static let newParty = Path("/parties/new")
  package static func party(_ id: PartyID) -> Path { Path("/parties/\(id)") }
  package static func choosing(_ id: PartyID) -> Path { Path("/parties/\(id)/choosing") }
  package static func partyBasics(_ id: PartyID) -> Path { Path("/parties/\(id)/basics") }
  package static func partyDeletion(_ id: PartyID) -> Path { Path("/parties/\(id)/deletion") }
  package static func seats(_ id: PartyID) -> Path { Path("/parties/\(id)/seats") }
  package static func proposal(_ id: PartyID) -> Path { Path("/parties/\(id)/proposal") }
  package static func exchange(_ id: PartyID) -> Path { Path("/parties/\(id)/exchange") }
  package static func leaning(_ id: PartyID) -> Path { Path("/parties/\(id)/leaning") }
  package static func shortlist(_ id: PartyID) -> Path { Path("/parties/\(id)/shortlist") }
  package static func substance(_ id: PartyID) -> Path { Path("/parties/\(id)/substance") }
  package static func letters(_ id: PartyID) -> Path { Path("/parties/\(id)/letters") }
  package static func letter(_ id: PartyID, _ guest: GuestID) -> Path { Path("/parties/\(id)/letters/\(guest)") }
  package static func letterDraft(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/letters/\(guest)/draft.eml")
  }
  package static func message(_ id: PartyID) -> Path { Path("/parties/\(id)/message") }
  package static func waves(_ id: PartyID) -> Path { Path("/parties/\(id)/waves") }
  package static func wavePreview(_ id: PartyID) -> Path { Path("/parties/\(id)/waves/preview") }
  package static func heldAct(_ id: PartyID) -> Path { Path("/parties/\(id)/held") }
  package static func waveSettings(_ id: PartyID) -> Path { Path("/parties/\(id)/waves/settings") }
  package static func withdrawal(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/withdrawal")
  }
  package static func admission(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/admission")
  }
  package static func silence(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/silence")
  }
  package static func reminder(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/reminder")
  }
  package static func outbox(_ id: PartyID) -> Path { Path("/parties/\(id)/outbox") }
  package static func outboxMail(_ id: PartyID, _ mail: OutboxMailID) -> Path { Path("/parties/\(id)/outbox/\(mail)") }
  package static func outboxDraft(_ id: PartyID, _ mail: OutboxMailID) -> Path {
    Path("/parties/\(id)/outbox/\(mail)/draft.eml")
  }
  package static func outboxRetry(_ id: PartyID, _ mail: OutboxMailID) -> Path {
    Path("/parties/\(id)/outbox/\(mail)/retry")
  }
  package static func outboxStop(_ id: PartyID, _ mail: OutboxMailID) -> Path {
    Path("/parties/\(id)/outbox/\(mail)/stop")
  }
  package static func incoming(_ id: PartyID) -> Path { Path("/parties/\(id)/incoming") }
  package static func outboxAllSent(_ id: PartyID) -> Path { Path("/parties/\(id)/outbox/sent") }
  package static func outboxInstead(_ id: PartyID, _ mail: OutboxMailID) -> Path {
    Path("/parties/\(id)/outbox/\(mail)/instead")
  }

  package static func outboxSent(_ id: PartyID, _ mail: OutboxMailID) -> Path {
    Path("/parties/\(id)/outbox/\(mail)/sent")
  }
  package static func date(_ id: PartyID) -> Path { Path("/parties/\(id)/date") }
  package static func slots(_ id: PartyID) -> Path { Path("/parties/\(id)/slots") }
  package static func mustHave(_ id: PartyID) -> Path { Path("/parties/\(id)/must-have") }
  package static func confirmation(_ id: PartyID) -> Path { Path("/parties/\(id)/confirmation") }
  package static func floor(_ id: PartyID) -> Path { Path("/parties/\(id)/floor") }
  package static func floorSocket(_ id: PartyID) -> Path { Path("/parties/\(id)/floor/socket") }
  package static func lineTest(_ id: PartyID) -> Path { Path("/parties/\(id)/floor/line") }
  package static func lineBytes(_ id: PartyID) -> Path { Path("/parties/\(id)/floor/line/bytes") }
  package static func programme(_ id: PartyID) -> Path { Path("/parties/\(id)/programme") }
  package static func doors(_ id: PartyID) -> Path { Path("/parties/\(id)/doors") }
  package static func doorOpening(_ id: PartyID) -> Path { Path("/parties/\(id)/doors/opening") }
  package static func farewell(_ id: PartyID) -> Path { Path("/parties/\(id)/farewell") }
  package static func noShow(_ id: PartyID) -> Path { Path("/parties/\(id)/no-show") }
  package static func cancellation(_ id: PartyID) -> Path { Path("/parties/\(id)/cancellation") }
  package static func guestLink(_ id: PartyID, _ guest: GuestID) -> Path { Path("/parties/\(id)/guests/\(guest)/link") }
  package static func guestAddress(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/address")
  }
  package static func referral(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/referral")
  }
  package static func enteredAnswer(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/answer")
  }
  package static func enteredVotes(_ id: PartyID, _ guest: GuestID) -> Path {
    Path("/parties/\(id)/guests/\(guest)/votes")
  }
  package static func cohost(_ id: PartyID) -> Path { Path("/parties/\(id)/cohost") }
  package static func signing(_ id: PartyID) -> Path { Path("/parties/\(id)/signing") }
  /// For a person asked to host a party together with its first host; it is no party of theirs yet.
  package static func cohosting(_ id: PartyID) -> Path { Path("/cohosting/\(id)") }
  package static func hostEntry(_ id: PartyID) -> Path { Path("/parties/\(id)/entry.ics") }
  package static func guestHistory(_ id: PartyID, _ guest: GuestID) -> Path { Path("/parties/\(id)/guests/\(guest)") }
}

extension Path {
  package static func personal(_ token: Token) -> Path { Path("/g/\(token.text)") }
  package static func reply(_ token: Token) -> Path { Path("/g/\(token.text)/reply") }
  package static func votes(_ token: Token) -> Path { Path("/g/\(token.text)/votes") }
  package static func referral(_ token: Token) -> Path { Path("/g/\(token.text)/referral") }
  package static func wishes(_ token: Token) -> Path { Path("/g/\(token.text)/wishes") }
  package static func company(_ token: Token) -> Path { Path("/g/\(token.text)/company") }
  package static func zone(_ token: Token) -> Path { Path("/g/\(token.text)/zone") }
  package static func calendar(_ token: Token) -> Path { Path("/g/\(token.text)/party.ics") }
  package static func floor(_ token: Token) -> Path { Path("/g/\(token.text)/floor") }
  package static func floorSocket(_ token: Token) -> Path { Path("/g/\(token.text)/floor/socket") }
  package static func lineTest(_ token: Token) -> Path { Path("/g/\(token.text)/floor/line") }
  package static func lineBytes(_ token: Token) -> Path { Path("/g/\(token.text)/floor/line/bytes") }
  /// Opened by the objection link in a letter. Its token opens nothing else, so that the letter may be passed on.
  package static func objection(_ guest: GuestID, _ token: Token) -> Path { Path("/objection/\(guest)/\(token.text)") }
}

/// A guest of honour's own page, their assistant's, and the circle's questions.
extension Path {
  package static func brief(_ token: Token) -> Path { Path("/g/\(token.text)/brief") }
  package static func lateness(_ token: Token) -> Path { Path("/g/\(token.text)/lateness") }
  package static func departure(_ token: Token) -> Path { Path("/g/\(token.text)/departure") }
  package static func againAnswer(_ token: Token) -> Path { Path("/g/\(token.text)/again") }
  package static func assistantName(_ token: Token) -> Path { Path("/g/\(token.text)/assistant") }
  package static func questions(_ token: Token) -> Path { Path("/g/\(token.text)/questions") }
  package static func question(_ token: Token, _ id: HonourQuestionID) -> Path {
    Path("/g/\(token.text)/questions/\(id)")
  }
  /// Opened by the link in an assistant's mail.
  package static func assistant(_ token: Token) -> Path { Path("/assistant/\(token.text)") }
  package static func assistantReply(_ token: Token) -> Path { Path("/assistant/\(token.text)/reply") }
  package static func assistantLateness(_ token: Token) -> Path { Path("/assistant/\(token.text)/lateness") }
  package static func assistantBrief(_ token: Token) -> Path { Path("/assistant/\(token.text)/brief") }
}

/// A party's guest of honour, for its host.
extension Path {
  package static func circleHonour(_ id: CircleID) -> Path { Path("/circles/\(id)/honour") }
  package static func honour(_ id: PartyID) -> Path { Path("/parties/\(id)/honour") }
  package static func honourSlot(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/slot") }
  package static func honourLetter(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/letter") }
  package static func honourSentences(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/sentences") }
  package static func assistantCalendar(_ token: Token) -> Path { Path("/assistant/\(token.text)/party.ics") }
  package static func honourWithdrawal(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/withdrawal") }
  package static func honourQuestions(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/questions") }
  package static func honourPicks(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/picks") }
  package static func honourThanks(_ id: PartyID) -> Path { Path("/parties/\(id)/honour/thanks") }
}

/// After the evening.
extension Path {
  package static func ballot(_ token: Token) -> Path { Path("/g/\(token.text)/ballot") }
  package static func promise(_ token: Token, _ number: Int) -> Path { Path("/g/\(token.text)/promises/\(number)") }
  package static func coasterShare(_ token: Token, _ table: TableID) -> Path {
    Path("/g/\(token.text)/coasters/\(table.rawValue)")
  }
  package static func cards(_ token: Token) -> Path { Path("/g/\(token.text)/cards.vcf") }
  package static func keepsakes(_ token: Token) -> Path { Path("/g/\(token.text)/evening.txt") }
  package static func circleMembership(_ token: Token) -> Path { Path("/g/\(token.text)/membership") }
  package static func avoidances(_ token: Token) -> Path { Path("/g/\(token.text)/avoidances") }
  package static func guestErasure(_ token: Token) -> Path { Path("/g/\(token.text)/erasure") }
}

extension Path {
  package static func evening(_ id: PartyID) -> Path { Path("/parties/\(id)/evening") }
  package static func hostBallot(_ id: PartyID) -> Path { Path("/parties/\(id)/ballot") }
  package static func hostPromise(_ id: PartyID, _ number: Int) -> Path { Path("/parties/\(id)/promises/\(number)") }
  package static func outcome(_ id: PartyID) -> Path { Path("/parties/\(id)/outcome") }
  package static let circles = Path("/circles")
  package static func circle(_ id: CircleID) -> Path { Path("/circles/\(id)") }
  package static func circleParties(_ id: CircleID) -> Path { Path("/circles/\(id)/parties") }
  package static func circleEnd(_ id: CircleID) -> Path { Path("/circles/\(id)/end") }
}
