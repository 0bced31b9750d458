import Core
import HTML
import House
import Records
import Site

/// A circle: its evenings as a timeline, the attendance, the meetings, and the next step.
package struct CirclePage: Page {
  let view: CircleView
  var saved = ""
  var errors = FieldErrors()

  package init(view: CircleView, saved: String = "", errors: FieldErrors = FieldErrors()) {
    self.view = view
    self.saved = saved
    self.errors = errors
  }

  package var chrome: Chrome { .host(current: .circles) }

  package func title(_ t: Phrases) -> String { view.circle.name }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: Path.circles, t("circle.all")).node(t)
        h1 { view.circle.name }
        p(.class("lead")) { lead(t) }
      }
      SavedNotice("circle.saved.\(saved)").node(t)
      CircleOutlook(view: view).node(t)
      CircleTimeline(evenings: view.evenings).node(t)
      div(.class("columns")) {
        div(.class("stack")) {
          members(t)
          if view.circle.endedAt == nil { settings(t) }
        }
        CircleAcquaintance(view: view).node(t)
      }
    }
  }

  private func lead(_ t: Phrases) -> String {
    if view.circle.endedAt != nil { return t("circle.lead.ended") }
    let rhythm = t("circle.rhythm.\(view.circle.rhythm.rawValue)")
    guard let rate = view.history.returnRate else { return rhythm }
    return rhythm + ". " + (rate == 1 ? t("circle.returned.all") : t("circle.returned", ["share": t.percent(rate)]))
  }

  private func members(_ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "members")) {
      h2(.id("members")) { t("circle.members") }
      let attendance = view.history.attendance
      ul(.class("people compact")) {
        for member in view.members {
          li {
            div {
              strong { member.name }
              if !member.organisation.isEmpty {
                br()
                span(.class("small soft")) { member.organisation }
              }
            }
            div {
              span(.class("small")) { came(attendance[member.person] ?? 0, t) }
              if let until = member.pausedUntil {
                br()
                span(.class("small soft")) { t("circle.paused", ["day": t.day(until)]) }
              }
            }
          }
        }
      }
      if !view.parted.isEmpty {
        p(.class("small soft")) { t("circle.parted", ["names": t.list(view.parted.map(\.name))]) }
      }
    }
  }

  private func came(_ times: Int, _ t: Phrases) -> String {
    times == 0 ? t("circle.came.none") : t.count("circle.came", times)
  }

  private func settings(_ t: Phrases) -> Node {
    details {
      summary { t("circle.settings") }
      form(.class("form card"), .method("post"), .action(Path.circle(view.circle.id).text)) {
        TextField(
          name: "name", label: t("circle.field.name"), value: view.circle.name, error: errors["name"].map { t($0) },
          isRequired: true, more: [.maxlength(String(Circle.longestName))]
        ).node
        RhythmField(chosen: view.circle.rhythm).node(t)
        TextField(
          name: "evenings", label: t("circle.field.evenings"), value: t.number(view.circle.eveningsToHonour),
          hint: t("circle.field.evenings.hint"), error: errors["evenings"].map { t($0) }, type: "number",
          more: [.min("1"), .max("10")]
        ).node
        div(.class("actions")) { button(.class("button"), .type("submit")) { t("guests.save") } }
      }
      div(.class("actions")) {
        a(.class("button danger"), .href(Path.circleEnd(view.circle.id).text)) { t("circle.end.open") }
      }
    }
  }
}
