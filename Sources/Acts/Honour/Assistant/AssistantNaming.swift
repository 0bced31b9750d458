import Core
import Database
import House
import Records

/// Lets a guest of honour name a person who may answer for them, or take that back.
package struct AssistantNaming {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `FieldErrors`; `AppError.notFound` for other guests.
  package func take(_ form: Form, from context: some GuestDelegate) throws {
    let store = HonourStore(connection: connection)
    guard let honour = try store.honour(context.guest) else { throw AppError.notFound }
    let visit = GuestVisit(services: services, connection: connection)
    let person = try visit.person(context)
    if form.text("remove") == "1" { return try remove(honour) }
    let assistant = Honour.Assistant(name: form.text("assistantName"), email: form.text("assistantEmail"))
    guard assistant != honour.assistant else { return }
    try check(assistant, for: honour.guest)
    let token = services.assistantToken(honour.guest, address: assistant.email)
    try remove(honour)
    try store.set(assistant, hash: token.hash, of: honour.guest)
    try visit.note(GuestEvent.assistant, assistant.name, of: honour.guest)
    let party = try visit.party(context)
    guard let host = try HostStore(connection: connection).host(party.host) else { throw AppError.notFound }
    // Each naming is written to once: the key counts how often somebody was named.
    let named = try GuestEventStore(connection: connection).events(of: honour.guest).count {
      $0.kind == GuestEvent.assistant
    }
    try AssistantLetter(services: services, connection: connection, party: party, host: host)
      .write(to: assistant, for: person, key: "assistant:\(honour.guest):\(named)")
  }

  private func remove(_ honour: Honour) throws {
    try HonourStore(connection: connection).removeAssistant(of: honour.guest)
  }

  private func check(_ assistant: Honour.Assistant, for guest: GuestID) throws {
    var errors = FieldErrors()
    if assistant.name.isEmpty { errors["assistantName"] = Message("assistant.error.name") }
    for (field, text) in [("assistantName", assistant.name), ("assistantEmail", assistant.email)]
    where text.length > PersonalEntries.longestLine {
      errors[field] = Message("guests.error.tooLong", ["limit": String(PersonalEntries.longestLine)])
    }
    if !PlainName.isPlain(assistant.name) { errors["assistantName"] = Message("error.name.plain") }
    if !MailAddress.isValid(assistant.email) {
      errors["assistantEmail"] = Message("guests.error.email")
    } else if try SuppressionStore(connection: connection).contains(assistant.email) {
      errors["assistantEmail"] = Message("assistant.error.objected")
    }
    let yesterday = services.now().addingTimeInterval(-86_400)
    let named = try MailBudgetStore(connection: connection).count([.assistant], of: guest, since: yesterday)
    if named >= MailBudget.perHonoured { errors["assistantEmail"] = Message("assistant.error.enough") }
    guard errors.isEmpty else { throw errors }
  }
}
