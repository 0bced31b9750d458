import Core
import Foundation
import HTML
import House
import Records

/// The options of a choice of time zone, grouped by region. The stored zone is always among them and selected, even if
/// the list doesn't offer it: a choice that showed another zone than the stored one would move somebody when they press
/// "Save".
package struct ZoneOptions {
  /// As stored or typed, possibly an old name.
  package let chosen: String

  package init(chosen: String) {
    self.chosen = chosen
  }

  @NodeBuilder package func nodes(_ t: Phrases) -> [Node] {
    let (catalogue, chosen) = (t.zones.catalogue, t.zones.catalogue.current(chosen))
    if chosen != "UTC", !catalogue.offered.contains(chosen) {
      choice(chosen, ZoneName.city(chosen, t.language), isChosen: true)
    }
    for region in catalogue.regions(t.language) {
      optgroup(Attribute("label", t(region.name))) {
        for place in region.places { choice(place.zone, place.city, isChosen: place.zone == chosen) }
      }
    }
  }

  private func choice(_ zone: String, _ city: String, isChosen: Bool) -> Node {
    element("option", isChosen ? [.value(zone), .selected] : [.value(zone)]) { city }
  }
}
