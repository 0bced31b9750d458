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

@Suite("Scheduled backups")
struct ScheduledBackupTests {
  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("A backup is taken when the newest is too old, each can be restored, and the oldest are removed")
  func rotation() async throws {
    let outside = try OperatingFolder()
    let backups = Settings.Backups(folder: outside.url.appending(path: "backups"), hours: 24, kept: 2)
    let site = try await TestSite { $0.backups = backups }
    let schedule = BackupSchedule(services: site.services)
    #expect(try await schedule.round(backups))
    try Data("mine".utf8).write(to: backups.folder.appending(path: "notes.txt"))
    for _ in 1...3 {
      // Files carry the machine's time, the site has its own.
      for entry in BackupFolder(url: backups.folder, kept: 2).entries() {
        let time = site.now.addingTimeInterval(-3600)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: entry.file.path)
      }
      let isEarly = try await schedule.round(backups)
      #expect(!isEarly)
      site.advance(days: 1)
      #expect(try await schedule.round(backups))
    }
    let entries = BackupFolder(url: backups.folder, kept: 2).entries()
    #expect(entries.count == 2)
    #expect(try names(backups.folder).count == 5, "two with their keys, and what is not ours")
    let outcome = try await BackupTrial(Backup(to: entries[0].file)).run()
    #expect(outcome.hosts == 1)
    #expect(try names(backups.folder).count == 5, "the trial leaves nothing")
  }

  @Test("The trial detects a backup that is damaged or has another key", arguments: [true, false])
  func trial(isDamaged: Bool) async throws {
    let folder = try OperatingFolder()
    try await folder.filledWithGuest()
    let backup = Backup(to: folder.url.appending(path: "copy.sqlite"))
    try await backup.take(from: folder.data)
    #expect(try await BackupTrial(backup).run() == BackupTrial.Outcome(hosts: 1, people: 1, parties: 1))
    if isDamaged {
      var bytes = try [UInt8](Data(contentsOf: backup.database))
      for index in bytes.count / 2..<bytes.count { bytes[index] = 0xA5 }
      try Data(bytes).write(to: backup.database)
    } else {
      try Data(repeating: 1, count: 32).write(to: backup.key)
    }
    await #expect(throws: (any Error).self) { _ = try await BackupTrial(backup).run() }
    let left = try names(folder.url)
    #expect(left == ["copy.sqlite", "copy.sqlite.key", "data"])
  }

  @Test("The doctor reports backups that are missing or too old")
  func doctor() async throws {
    let folder = try OperatingFolder()
    try await folder.filled()
    let place = folder.url.appending(path: "backups")
    let settings = try await folder.settings(["STEHTISCH_BACKUP_FOLDER": place.path, "STEHTISCH_BACKUP_HOURS": "6"])
    #expect(Checkup(settings).backups.kind == .fault)
    let backups = try #require(settings.backups)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try await Backup(to: BackupFolder(url: place, kept: backups.kept).file(at: Date())).take(from: folder.data)
    #expect(Checkup(settings).backups.kind == .good)
    #expect(Checkup(settings, now: Date().addingTimeInterval(13 * 3600)).backups.kind == .fault)
    #expect(Checkup(try await folder.settings()).backups.kind == .hint)
  }
}
