import Core
import HTML
import House
import Records

extension CircleMembership {
  func node(_ token: Token, _ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "circle")) {
      h2(.id("circle")) { name }
      p { t(isMember ? "membership.members" : "membership.left", ["names": t.list(members)]) }
      form(.method("post"), .action(Path.circleMembership(token).text)) {
        button(.class("button small"), .type("submit"), .name("member"), .value(isMember ? "0" : "1")) {
          t(isMember ? "membership.leave" : "membership.rejoin")
        }
      }
    }
  }
}
