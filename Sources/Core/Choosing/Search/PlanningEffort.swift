/// The effort spent on a proposal.
package struct PlanningEffort: Sendable {
  /// The number of gatherings looked at first, and how many of those are then looked at again with more people and more
  /// beginnings.
  package var gatherings: Int
  package var favourites: Int
  package var people: Int
  package var beginnings: Int
  /// The longest list for which the planner tries to prove that no table is better; 0 for never.
  package var provable: Int
  /// The number of pairs a proof may look at before it gives up: over a whole list, and over an excerpt of a longer
  /// one.
  package var budget: Int
  package var excerptBudget: Int
  /// For a longer list: the number of people around the table found who are looked at as well, and the most times this
  /// is repeated.
  package var company: Int
  package var refinements: Int

  /// For a first proposal.
  package static let thorough = PlanningEffort(
    gatherings: 10, favourites: 3, people: 300, beginnings: 8, provable: 1500, budget: 200_000_000,
    excerptBudget: 4_000_000, company: 400, refinements: 3)
  /// Used while somebody waits for a page: the same with a smaller budget.
  package static let page = {
    var effort = thorough
    effort.budget = 30_000_000
    return effort
  }()
  /// Used for the same list after a small change.
  package static let quick = PlanningEffort(
    gatherings: 4, favourites: 1, people: 200, beginnings: 3, provable: 0, budget: 0, excerptBudget: 0,
    company: 0, refinements: 0)

  /// Used for a list too long for a proof: the excerpts around the table found make up for a shorter first look.
  var forLongList: PlanningEffort {
    var effort = self
    effort.favourites = min(favourites, 1)
    effort.beginnings = min(beginnings, 4)
    return effort
  }
}
