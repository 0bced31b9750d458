import Core
import Database
import Formats
import Foundation
import House
import Logging
import Mail
import Records

/// Sends the mail that is due, one by one: claimed, sent, recorded. A mail recorded as accepted is never sent again.
package struct OutboxDrain: Sendable {
  package let services: Services
  package let transport: any MailTransport
  /// The state of an accepted mail: sent, or filed in the folder.
  package let accepted: OutgoingMail.State
  var lane = OutboxLane.all

  package init(
    services: Services, transport: any MailTransport, accepted: OutgoingMail.State, lane: OutboxLane = OutboxLane.all
  ) {
    self.services = services
    self.transport = transport
    self.accepted = accepted
    self.lane = lane
  }

  private struct Job: Sendable {
    let mail: OutgoingMail
    let host: Host
    let guest: Guest?
    /// `ThisNode.lapses` before it was claimed.
    let lapses: Int?
  }

  private enum Claim: Sendable {
    case job(Job)
    /// It must not leave, and gives the reason.
    case dropped
    case nothingDue
  }

  /// To be called once, before anything is sent.
  func recover() async throws {
    let (now, node) = (services.now(), services.node?.name)
    try await services.database.write { try OutboxQueue(connection: $0).recover(at: now, of: node) }
  }

  /// Takes up the mails that dead nodes had claimed, and the pause that another node has begun or ended.
  private func heedOthers() async throws {
    guard let node = services.node else { return }
    if node.leads, lane != .signIn {
      let now = services.now()
      try await services.database.write { try OutboxQueue(connection: $0).recoverAbandoned(at: now) }
    }
    try await services.hearOfPause()
  }

  /// Sends until nothing is due, or nothing gets through.
  /// - Parameter isEnding: called between two mails.
  package func run(isEnding: @Sendable () -> Bool = { false }) async throws {
    try await heedOthers()
    try await removeOutdated()
    if try await isHeld() { return }
    while !isEnding() && !(lane.heedsPause && services.outbox.isPaused(at: services.now())) {
      try await recordAcceptances()
      switch try await claim() {
      case .nothingDue: return
      case .dropped: count("dropped")
      case .job(let job): if try await !send(job) { return }
      }
    }
  }

  /// A copy of an installation sends nothing until somebody gives the go-ahead, but lets hosts sign in to do so.
  private func isHeld() async throws -> Bool {
    guard lane.heedsPause else { return false }
    let since = try await services.database.read { try FolderIdentityStore(connection: $0).mailHeldSince() }
    services.outbox.note(isHeld: since != nil)
    return since != nil
  }

  /// Records what the server has accepted. Anything that can't be recorded now is remembered, and never sent again
  /// while the program runs.
  func recordAcceptances() async throws {
    for acceptance in services.outbox.acceptances {
      try await write { try $0.accepted(acceptance.mail, as: acceptance.state, at: acceptance.at) }
      services.outbox.forget(acceptance.mail.id)
    }
  }

  /// A letter for the host to send is useless once the evening has begun: it is removed, so that another date can have
  /// another.
  private func removeOutdated() async throws {
    guard lane != .signIn else { return }
    let (services, now) = (services, services.now())
    let isAny = try await services.database.read { try !OutboxQueue(connection: $0).outdatedByHand(at: now).isEmpty }
    guard isAny else { return }
    try await services.database.write { connection in
      for mail in try OutboxQueue(connection: connection).outdatedByHand(at: now)
      where try MailObstacle(services: services, connection: connection, now: now).isOutdated(mail) {
        try OutboxStore(connection: connection).remove(mail.id)
      }
    }
  }

  private func claim() async throws -> Claim {
    let (services, now, lane) = (services, services.now(), lane)
    let (node, lapses) = (services.node?.name, services.node?.lapses)
    return try await services.database.write { connection in
      let queue = OutboxQueue(connection: connection)
      for kind in try queue.refuseUnknown(at: now) {
        services.logger.error("a mail of an unknown kind is not sent", metadata: ["kind": "\(kind)"])
      }
      guard let mail = try queue.claim(at: now, from: lane, for: node) else { return .nothingDue }
      if let problem = try MailObstacle(services: services, connection: connection, now: now).problem(with: mail) {
        try queue.end(mail, as: .cancelled, problem)
        return .dropped
      }
      return .job(try job(try renewed(mail, connection), lapses, connection))
    }
  }

  /// Seconds that a letter may wait without being written anew.
  private static let freshness: TimeInterval = 86_400

  private func renewed(_ mail: OutgoingMail, _ connection: any Connection) throws -> OutgoingMail {
    // A letter that may have left once says the same the second time.
    guard mail.kind == .letter, mail.interruptions == 0, let party = mail.party,
      services.now().timeIntervalSince(mail.createdAt) >= Self.freshness
    else { return mail }
    let found = try PartyStore(connection: connection).party(party)
    return try DateTelling(found, services: services, connection: connection).renew(mail)
  }

  private func job(_ mail: OutgoingMail, _ lapses: Int?, _ connection: any Connection) throws -> Job {
    guard let host = try HostStore(connection: connection).sender(of: mail) else { throw AppError.notFound }
    guard let id = mail.guest, let party = mail.party else {
      return Job(mail: mail, host: host, guest: nil, lapses: lapses)
    }
    let guest = try GuestStore(connection: connection).guest(id, of: party).guest
    return Job(mail: mail, host: host, guest: guest, lapses: lapses)
  }

  /// - Returns: true if the next mail may be tried at once.
  private func send(_ job: Job) async throws -> Bool {
    do {
      let envelope = try services.envelope(job.mail, host: job.host, guest: job.guest)
      // While nothing was heard of this node, another may have taken the mail.
      guard job.lapses == services.node?.lapses else { throw MailFailure(.stopped) }
      try await transport.send(envelope)
    } catch let failure as MailFailure {
      return try await failed(job.mail, failure)
    } catch let problem as Problem {
      try await write { try $0.end(job.mail, as: .failed, MailProblem("mail.failure.badAddress", reply: problem.said)) }
      count("failed")
      return true
    }
    count("accepted")
    services.outbox.keep(OutboxStatus.Acceptance(mail: job.mail, state: accepted, at: services.now()))
    do { try await recordAcceptances() } catch {
      services.logger.error(
        "a mail was taken, and that can't be written down", metadata: ["mail": "\(job.mail.id)", "error": "\(error)"])
      throw error
    }
    try await services.resumeMail()
    return true
  }

  private func failed(_ mail: OutgoingMail, _ failure: MailFailure) async throws -> Bool {
    services.logger.log(
      level: failure.holdsUpAll ? .error : .warning, failure.holdsUpAll ? "no mail passes" : "mail not taken",
      metadata: [
        "mail": "\(mail.id)", "kind": "\(failure.kind.rawValue)", "code": "\(failure.code.map(String.init) ?? "-")",
        "step": "\(failure.step?.rawValue ?? "-")",
      ])
    count(failure.kind.rawValue)
    let (now, problem) = (services.now(), MailProblem(failure.key, reply: failure.reply))
    switch failure.kind {
    case .stopped:
      let node = services.node?.name
      try await write { try $0.release(mail.id, at: now, isUncertain: failure.mayHaveBeenTaken, for: node) }
      return false
    case .authentication, .tls, .sender:
      let until = try await services.pauseMail(because: failure, at: now)
      try await write { try $0.postpone(mail.id, until: until, problem, countsAsTry: false) }
      return false
    case .permanent, .badAddress:
      try await services.resumeMail()
      try await write { try $0.end(mail, as: .failed, problem) }
      return true
    case .temporary, .unreachable, .silent:
      if failure.kind == .temporary { try await services.resumeMail() } else { services.outbox.note(failure, at: now) }
      try await again(mail, failure, problem, now)
      // If nobody answers, the others would not get through either.
      return failure.kind == .temporary
    }
  }

  private func again(_ mail: OutgoingMail, _ failure: MailFailure, _ problem: MailProblem, _ now: Date) async throws {
    if failure.mayHaveBeenTaken && mail.interruptions > 0 {
      return try await write { try $0.end(mail, as: .failed, MailProblem("outbox.problem.uncertain")) }
    }
    if failure.mayHaveBeenTaken {
      let next = RetrySchedule.afterUncertainty(at: now)
      return try await write {
        try $0.postpone(mail.id, until: next, MailProblem("outbox.problem.perhapsTaken"), isUncertain: true)
      }
    }
    guard let next = RetrySchedule.next(afterTries: mail.attempts, at: now) else {
      return try await write { try $0.end(mail, as: .failed, problem) }
    }
    try await write { try $0.postpone(mail.id, until: next, problem) }
  }

  private func write(_ body: @escaping @Sendable (OutboxQueue) throws -> Void) async throws {
    try await services.database.write { try body(OutboxQueue(connection: $0)) }
  }

  private func count(_ outcome: String) {
    services.metrics.increment(.mails, labels: [("outcome", outcome)])
  }
}

extension Problem {
  /// The subject of the error, for a reader of the outbox page.
  fileprivate var said: String { arguments["value"] ?? key }
}
