import Core
import HTML
import House
import Site

/// Shows the age of the host's own calendar, and why it could not be read.
struct BusyNote {
  let busy: BusyTimes

  func node(_ t: Phrases) -> Node {
    group {
      if !busy.problem.isEmpty {
        p(.class("notice bad")) { t("busy.problem.\(busy.problem)") }
      }
      if let read = busy.readAt { p(.class("small soft")) { t.said { $0("busy.readAt", ["time": $0.stamp(read)]) } } }
    }
  }
}
