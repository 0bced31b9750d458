import Core
import HTML
import House
import Records
import Site

extension CircleMembership {
  func node(_ token: Token, _ t: Phrases) -> Node {
    section(.class("card"), .id("membership"), .aria(.labelledBy, "circle")) {
      h2(.id("circle")) { name }
      p { t(isMember ? "membership.members" : "membership.left", ["names": t.list(members)]) }
      if let pausedUntil { p(.class("notice")) { t("membership.paused", ["day": t.day(pausedUntil)]) } }
      if isMember {
        later(token, t)
        if !peers.isEmpty { AvoidanceForm(membership: self, token: token).node(t) }
      }
      form(.class("actions"), .method("post"), .action(Path.circleMembership(token).text)) {
        if pausedUntil != nil { step("1", "membership.resume", t) }
        step(isMember ? "0" : "1", isMember ? "membership.leave" : "membership.rejoin", t)
      }
    }
  }

  private func step(_ value: String, _ key: String, _ t: Phrases) -> Node {
    button(.class("button small"), .type("submit"), .name("member"), .value(value)) { t(key) }
  }

  /// A pause: asked again in some months.
  private func later(_ token: Token, _ t: Phrases) -> Node {
    details {
      summary { t("membership.later") }
      form(.class("form"), .method("post"), .action(Path.circleMembership(token).text)) {
        ChoiceField(
          name: "months", label: t("membership.months"),
          options: Self.pauses.map { (String($0), t.count("membership.inMonths", $0)) }, chosen: "6"
        ).node
        div(.class("actions")) { step("later", "membership.pause", t) }
      }
    }
  }
}

/// People a member would rather not meet. The page says how many they have named, and never whom, since a link may be
/// passed on.
struct AvoidanceForm {
  let membership: CircleMembership
  let token: Token

  func node(_ t: Phrases) -> Node {
    details {
      summary { t("avoidance.title") }
      p(.class("soft")) { t("avoidance.lead") }
      if membership.avoided > 0 { p { t.count("avoidance.said", membership.avoided) } }
      form(.class("form"), .method("post"), .action(Path.avoidances(token).text)) {
        ChoiceField(
          name: "person", label: t("avoidance.person"),
          options: [("", t("avoidance.nobody"))] + membership.peers.map { ($0.person.description, $0.name) }
        ).node
        div(.class("actions")) {
          button(.class("button small"), .type("submit")) { t("avoidance.say") }
          if membership.avoided > 0 {
            button(.class("button small quiet"), .type("submit"), .name("cleared"), .value("1")) {
              t("avoidance.clear")
            }
          }
        }
      }
    }
  }
}
