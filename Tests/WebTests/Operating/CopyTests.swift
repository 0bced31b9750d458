import Core
import Database
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Copies and restored backups")
struct CopyTests {
  private func hold(_ folder: OperatingFolder) async throws -> MailHold.State? {
    try await folder.filled().mailHold()
  }

  /// An operator's way to restore a backup: two files in an empty folder.
  private func restore(_ folder: OperatingFolder, into other: OperatingFolder) async throws {
    let backup = Backup(to: folder.url.appending(path: "copy.sqlite"))
    try await backup.take(from: folder.data)
    try FileManager.default.createDirectory(at: other.data, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: backup.database, to: other.data.appending(path: "stehtisch.sqlite"))
    try FileManager.default.copyItem(at: backup.key, to: other.data.appending(path: "secret.key"))
  }

  @Test("The same folder starts again and again, and its mail is sent")
  func same() async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    for _ in 1...3 { #expect(try await hold(folder) == nil) }
  }

  @Test("A copy of the folder holds back its mail, start after start; the original doesn't")
  func copied() async throws {
    let (folder, copy) = (try OperatingFolder(), try OperatingFolder())
    try await folder.filledWithGuest()
    try FileManager.default.copyItem(at: folder.data, to: copy.data)
    for _ in 1...2 { #expect(try await hold(copy) != nil) }
    #expect(try await hold(folder) == nil)
    let faults = await Checkup(try await copy.settings()).findings().filter { $0.kind == .fault }.map(\.text)
    #expect(faults.contains { $0.hasPrefix("Mail: held back since") && $0.contains("stehtisch mail release") })
    try await copy.filled().releaseMail(discards: false)
    for _ in 1...2 { #expect(try await hold(copy) == nil) }
  }

  @Test("A restored backup holds back its mail, in a new folder and in the old one")
  func restored() async throws {
    let (folder, other) = (try OperatingFolder(), try OperatingFolder())
    try await folder.filledWithGuest()
    try await restore(folder, into: other)
    #expect(try await hold(other) != nil)

    let file = folder.data.appending(path: "stehtisch.sqlite")
    for name in ["stehtisch.sqlite", "stehtisch.sqlite-wal", "stehtisch.sqlite-shm", "memory"] {
      try? FileManager.default.removeItem(at: folder.data.appending(path: name))
    }
    try FileManager.default.copyItem(at: folder.url.appending(path: "copy.sqlite"), to: file)
    #expect(try await hold(folder) != nil)
  }

  @Test("An installation older than this check continues as before")
  func older() async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    try await folder.filled().database.write { try $0.execute("UPDATE installation SET folder_token = ''") }
    try FileManager.default.removeItem(at: folder.data.appending(path: "identity"))
    #expect(try await hold(folder) == nil)
  }

  @Test("While mail is held only sign-in links leave; afterwards everything does, or only new mail")
  func released() async throws {
    for discards in [false, true] {
      let scene = try await WaveScene(people: Array(Bookshelf.coaches.prefix(2)))
      try await scene.sendNext()
      let (services, transport) = (scene.services, FakeTransport())
      scene.site.advance(seconds: 60)
      try await services.database.write { [now = scene.site.now] in
        try FolderIdentityStore(connection: $0).holdMail(at: now)
      }
      let drain = { (lane: OutboxLane) in
        try await OutboxDrain(services: services, transport: transport, accepted: .sent, lane: lane).run()
      }
      try await services.database.write { try services.addSignInMail(for: .sample, connection: $0) }
      try await drain(.others)
      try await drain(.signIn)
      #expect(await transport.accepted.map(\.recipient) == [Host.sample.email])
      try await scene.site.run { browser in
        let page = try await browser.signedIn().get(.outbox(scene.party))
        #expect(page.contains("Diese Installation ist eine Kopie"))
      }
      let waiting = try await services.mailHold()
      #expect((waiting?.older ?? 0) > 0 && waiting?.older == waiting?.waiting)
      try await services.releaseMail(discards: discards)
      try await drain(.others)
      let letters = await transport.accepted.count - 1
      #expect(letters == (discards ? 0 : waiting?.waiting))
    }
  }
}
