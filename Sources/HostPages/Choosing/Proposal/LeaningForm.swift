import Acts
import Core
import HTML
import House
import Records

/// Four sliders with words at their ends.
struct LeaningForm {
  let leaning: Leaning
  let party: PartyID
  let query: ChoosingQuery

  func node(_ t: Phrases) -> Node {
    form(.class("leaning"), .method("post"), .action(Path.leaning(party).text)) {
      query.hiddenFields
      fieldset {
        legend { t("leaning.title") }
        slider("breadth", leaning.breadth, t)
        slider("acquaintance", leaning.acquaintance, t)
        slider("mixture", leaning.mixture, t)
        slider("generations", leaning.generations, t)
      }
      div(.class("actions")) { button(.class("button"), .type("submit")) { t("leaning.submit") } }
    }
  }

  private func slider(_ name: String, _ value: Int, _ t: Phrases) -> Node {
    let (low, high) = (t("leaning.\(name).low"), t("leaning.\(name).high"))
    return div(.class("slider")) {
      label(.class("visually-hidden"), .for(name)) { t("leaning.between", ["low": low, "high": high]) }
      span(.class("small"), .aria(.hidden, "true")) { low }
      input(
        .type("range"), .id(name), .name(name), .min("\(Leaning.steps.lowerBound)"),
        .max("\(Leaning.steps.upperBound)"), .step("1"), .value("\(value)"))
      span(.class("small"), .aria(.hidden, "true")) { high }
    }
  }
}
