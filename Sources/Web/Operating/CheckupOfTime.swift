import Core
import Foundation
import House

extension Checkup {
  /// The program can't have been built in the future, unless the clock is wrong.
  var clock: Finding {
    let time = LocalTime.machineText(now)
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
}
