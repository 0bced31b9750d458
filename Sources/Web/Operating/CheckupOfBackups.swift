import Core
import Foundation
import House

extension Checkup {
  /// Checks for a sufficiently recent backup.
  var backups: Finding {
    guard let backups = settings.backups else {
      return .hint(
        "Backups: none by schedule (STEHTISCH_BACKUP_FOLDER). Take your own by `stehtisch backup FILE`, also while the server runs."
      )
    }
    let path = backups.folder.path
    guard let newest = BackupFolder(url: backups.folder, kept: backups.kept).entries().first else {
      return location.mayExist
        ? .fault(
          "Backups: none in \(path) yet. The server takes one within ten minutes of its start; else see its log.")
        : .good("Backups: the first start begins with them, in \(path).")
    }
    let text = "Backups: the newest in \(path) is from \(LocalTime.machineText(newest.takenAt))"
    // One may be missing, two are none.
    let oldest = Double(2 * backups.hours) * 3600
    return now.timeIntervalSince(newest.takenAt) > oldest
      ? .fault("\(text), and one is due every \(backups.hours) hours. See the server's log.")
      : .good("\(text), and was tried.")
  }

  /// Checks that the operator is named.
  var organisation: [Finding] {
    var findings: [Finding] = []
    if settings.isSecure, settings.organisation.legalNotice == nil {
      findings.append(
        .hint("Legal notice: none is set (STEHTISCH_LEGAL_NOTICE). In Germany most sites need one (DDG § 5)."))
    }
    if settings.isSecure, settings.organisation.privacyContact == nil {
      findings.append(.hint("Privacy contact: none is set (STEHTISCH_PRIVACY_CONTACT). GDPR Art. 13 asks for one."))
    }
    return findings
  }
}
