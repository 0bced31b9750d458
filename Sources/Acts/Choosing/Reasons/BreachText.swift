import Core
import House

extension TableBreach {
  /// The problem with a table, for people to read.
  package func text(_ t: Phrases, person: (Int) -> String) -> String {
    switch self {
    case .size(let count): t.count("table.breach.size", count)
    case .missingPin(let guest): t("table.breach.missingPin", ["name": person(guest)])
    case .excluded(let guest): t("table.breach.excluded", ["name": person(guest)])
    case .crowdedOrganisation(_, let count): t.count("table.breach.crowded", count)
    case .noCommonHour: t("table.breach.hour")
    case .noCommonLanguage: t("table.breach.language")
    case .isolated(let guest): t("table.breach.isolated", ["name": person(guest)])
    }
  }
}
