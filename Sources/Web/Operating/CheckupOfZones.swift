import Core
import Foundation
import House
import SystemZones

extension Checkup {
  /// Zones of many kinds: offsets of half and quarter hours, winter as the odd time, changes at midnight and by decree.
  private static let dozen = [
    "Europe/Berlin", "Europe/London", "Europe/Dublin", "America/New_York", "America/Vancouver", "America/St_Johns",
    "America/Sao_Paulo", "Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Auckland",
  ]

  /// The rules exist, can be read, and agree with the system's own programs.
  var timeZones: [Finding] {
    for zone in Self.dozen {
      do { _ = try zones.readRules(zone) } catch {
        return [
          .fault("doctor.zones.unreadable", ["file": "\(zones.folder)/\(zone)", "error": "\(error)"])
        ]
      }
    }
    return [version, comparison].compactMap(\.self)
  }

  private var version: Finding {
    let catalogue = zones.zones.catalogue
    guard let version = catalogue.version, let year = Int(version.prefix(4)) else {
      return .hint("doctor.zones.nameless", ["file": "\(zones.folder)/tzdata.zi"])
    }
    let facts = ["version": version, "count": "\(catalogue.offered.count)", "zone": localZone]
    return year < LocalTime(now, in: .utc).day.year
      ? .hint("doctor.zones.old", facts) : .good("doctor.zones.good", facts)
  }

  private var localZone: String {
    SystemZones.localName(environment: ProcessInfo.processInfo.environment) ?? "–"
  }

  /// Each quarter of the coming year, and ten years from now.
  private var comparison: Finding? {
    let moments = [0, 91, 182, 273, 365, 3650].map { now.addingTimeInterval(Double($0) * 86_400) }
    for name in Self.dozen {
      guard let theirs = SystemClock(zone: name, folder: zones.folder).offsets(at: moments) else { return nil }
      let zone = zones.zones[name]
      for (moment, their) in zip(moments, theirs) where zone.offset(at: moment) != their {
        return .fault(
          "doctor.zones.differ",
          [
            "zone": name, "time": LocalTime.machineText(moment), "ours": ZoneName.offset(zone.offset(at: moment)),
            "theirs": ZoneName.offset(their),
          ])
      }
    }
    return .good("doctor.zones.agree", ["count": "\(Self.dozen.count)"])
  }
}

/// A zone as the system's own programs see it.
struct SystemClock {
  let zone: String
  /// The folder of the zones.
  let folder: String

  /// Seconds east of UTC; nil if the system can't be asked.
  func offsets(at moments: [Date]) -> [Int]? {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/date")
    process.arguments = ["-f", "-", "+%::z"]
    process.environment = ["TZ": zone, "TZDIR": folder, "LC_ALL": "C"]
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    let questions = moments.map { "@\($0.wholeSeconds)\n" }.joined()
    guard (try? process.run()) != nil, (try? input.fileHandleForWriting.write(contentsOf: Data(questions.utf8))) != nil,
      (try? input.fileHandleForWriting.close()) != nil, let answer = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    let offsets = String(decoding: answer, as: UTF8.self).split(separator: "\n").compactMap(Self.seconds)
    return offsets.count == moments.count ? offsets : nil
  }

  /// Of `+05:30:00`.
  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 3, let sign = text.first else { return nil }
    return (sign == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60 + parts[2])
  }
}
