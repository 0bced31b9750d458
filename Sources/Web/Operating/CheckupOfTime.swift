import Foundation

extension Checkup {
  /// The program can't have been built after now, unless the clock is wrong.
  var clock: Finding {
    let time = now.formatted(.iso8601)
    if let built = Self.builtAt, now < built.addingTimeInterval(-86_400) {
      return .fault("Clock: says \(time), which is before this program was built. Set it, or links and dates go wrong.")
    }
    if exists(URL(filePath: "/run/systemd/timesync/synchronized")) {
      return .good("Clock: \(time), kept by systemd-timesyncd.")
    }
    return .good("Clock: \(time). Keep it right by a time service, such as systemd-timesyncd or chrony.")
  }

  private static var builtAt: Date? {
    guard let program = Bundle.main.executablePath else { return nil }
    return (try? FileManager.default.attributesOfItem(atPath: program))?[.modificationDate] as? Date
  }

  /// Noon in Berlin is 11:00 UTC in winter and 10:00 UTC in summer, if the rules of the zones are there.
  var timeZones: [Finding] {
    guard let berlin = TimeZone(identifier: "Europe/Berlin"),
      berlin.secondsFromGMT(for: Date(timeIntervalSince1970: 1_768_478_400)) == 3600,
      berlin.secondsFromGMT(for: Date(timeIntervalSince1970: 1_784_116_800)) == 7200
    else { return [.fault("Time zones: the rules are missing. Install the package tzdata.")] }
    let count = TimeZone.knownTimeZoneIdentifiers.count
    return [
      .good("Time zones: the rules are there (\(count) zones); this machine is in \(TimeZone.current.identifier).")
    ]
  }
}
