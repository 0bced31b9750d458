import Formats
import HTML
import House
import Records

/// People who cancelled, were refused, are waiting or were absent: left out or kept with one press.
struct ImportAbsences {
  let importing: Import
  let counts: [Attendance: Int]

  func node(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "absences")) {
      h2(.id("absences")) { t("import.absences.title") }
      p {
        t(
          "import.absences.counts",
          [
            "list": t.list(
              Attendance.allCases.filter { counts[$0] != nil }.map { kind in
                t(
                  "import.absences.count",
                  ["count": t.number(counts[kind] ?? 0), "kind": t("import.attendance.\(kind.rawValue)")])
              })
          ])
      }
      p(.class("soft")) { t(importing.leavesOut ? "import.absences.out" : "import.absences.kept") }
      form(.method("post"), .action(Path.importAbsences(importing.id).text)) {
        input(.type("hidden"), .name("absences"), .value(importing.leavesOut ? "keep" : "leaveOut"))
        button(.class("button"), .type("submit")) {
          t(importing.leavesOut ? "import.absences.keep" : "import.absences.leaveOut")
        }
      }
    }
  }
}
