import Core
import Foundation
import House

extension Checkup {
  /// Checks for a sufficiently recent backup.
  var backups: Finding {
    guard let backups = settings.backups else {
      return .hint("doctor.backups.unplanned")
    }
    let folder = ["folder": backups.folder.path]
    guard let newest = BackupFolder(url: backups.folder, kept: backups.kept).entries().first else {
      return location.mayExist ? .fault("doctor.backups.none", folder) : .good("doctor.backups.first", folder)
    }
    let facts = folder.merging(["time": LocalTime.machineText(newest.takenAt), "hours": "\(backups.hours)"]) { $1 }
    // One missing backup is forgiven, two are not.
    let oldest = Double(2 * backups.hours) * 3600
    return now.timeIntervalSince(newest.takenAt) > oldest
      ? .fault("doctor.backups.old", facts) : .good("doctor.backups.good", facts)
  }

  /// Checks that the operator is named.
  var organisation: [Finding] {
    var findings: [Finding] = []
    if settings.isSecure, settings.organisation.legalNotice == nil {
      findings.append(.hint("doctor.legalNotice.none"))
    }
    if settings.isSecure, settings.organisation.privacyContact == nil {
      findings.append(.hint("doctor.privacyContact.none"))
    }
    return findings
  }
}
