import Core
import HTML
import House
import Site

/// Templates for things that come and go; `js/room/view/dom.js` clones them and fills their slots.
struct RoomTemplates {
  func node(_ t: Phrases) -> Node {
    group {
      shape("face") {
        li {
          span(.class("face"), .aria(.hidden, "true")) { t.slot("initials") }
          t.slot("name", style: "person-name")
        }
      }
      shape("person") {
        li {
          button(.type("button"), .class("person"), .data("data-do", "person")) {
            span(.class("face"), .aria(.hidden, "true")) { t.slot("initials") }
            t.slot("name", style: "person-name")
            t.slot("note", style: "person-note")
          }
        }
      }
      shape("dot") { span(.class("dot")) { span(.class("face")) { t.slot("initials") } } }
      shape("table") { table(t) }
      shape("tile") { tile(t) }
      shape("saying") {
        li {
          t.slot("who", "b")
          t.slot("text")
          t.slot("time", "time")
        }
      }
      shape("line") { coasterLine(t) }
      shape("ask") { ask(t) }
      shape("hosted") { hosted(t) }
      shape("stop") {
        li {
          t.icon("glass-1", style: "")
          t.slot("name")
        }
      }
      shape("arc-row") { arcRow(t) }
      shape("kept") {
        li {
          t.icon("card")
          t.slot("text")
        }
      }
      shape("board") { board(t) }
      shape("seat") {
        span {
          element("i", [])
          t.icon("glass-1", style: "")
        }
      }
      shape("guest") { guest }
      RoomMetShapes().node(t)
    }
  }

  private func shape(_ name: String, @NodeBuilder content: () -> [Node]) -> Node {
    template(.id("shape-\(name)"), content: content)
  }

  private func table(_ t: Phrases) -> Node {
    li(.class("table-card")) {
      div(.class("table-head")) {
        t.slot("topic", "h3")
        span(.class("locked"), .data("data-slot", "locked")) {
          t.icon("lock")
          span(.class("visually-hidden")) { t("room.table.private") }
        }
      }
      ul(.class("places"), .data("data-slot", "places"))
      div(.class("table-foot")) {
        t.slot("room", "p", style: "room-left")
        button(.type("button"), .class("button small"), .data("data-do", "join")) { t.slot("join") }
      }
    }
  }

  private func tile(_ t: Phrases) -> Node {
    li(.class("tile")) {
      element(
        "video",
        [.data("data-slot", "video"), Attribute("playsinline", nil), Attribute("muted", nil), .aria(.hidden, "true")])
      span(.class("face"), .aria(.hidden, "true")) { t.slot("initials") }
      p(.class("caption"), .data("data-slot", "caption"))
      span(.class("tile-signs")) {
        span(.data("data-slot", "hand"), .class("sign up")) {
          t.icon("hand")
          hidden("room.tile.hand", t)
        }
        span(.data("data-slot", "muted"), .class("sign")) {
          t.icon("mic-off")
          hidden("room.tile.muted", t)
        }
        t.slot("glass", style: "sign drink")
      }
      button(.type("button"), .class("tile-name"), .data("data-do", "person")) {
        t.slot("name", "b")
        t.slot("line")
        t.slot("health", style: "health")
      }
    }
  }

  private func hidden(_ key: String, _ t: Phrases) -> Node {
    span(.class("visually-hidden")) { t(key) }
  }

  private func coasterLine(_ t: Phrases) -> Node {
    li {
      button(
        .type("button"), .class("coaster-line"), .data("data-do", "edit-line"), .title(t("room.coaster.edit"))
      ) {
        t.slot("text")
        t.slot("author", "small")
      }
    }
  }

  private func ask(_ t: Phrases) -> Node {
    div(.class("ask")) {
      t.icon("info")
      t.slot("text", "p")
      div(.class("actions")) {
        button(.type("button"), .class("button small primary"), .data("data-slot", "yes"))
        button(.type("button"), .class("button small quiet"), .data("data-slot", "no"))
      }
    }
  }

  private func hosted(_ t: Phrases) -> Node {
    li {
      t.slot("name")
      button(.type("button"), .class("button small"), .data("data-slot", "yes"))
    }
  }

  private func arcRow(_ t: Phrases) -> Node {
    li {
      select(.name("kind"), .aria(.label, t("room.arc.kind"))) {
        for kind in Programme.Kind.allCases { option(.value(kind.rawValue)) { t("room.part.\(kind.rawValue)") } }
      }
      input(
        .name("title"), .type("text"), .maxlength("60"), .aria(.label, t("room.arc.title")),
        .placeholder(t("room.arc.title")))
      input(.name("minutes"), .type("number"), .min("1"), .max("180"), .required, .aria(.label, t("room.arc.minutes")))
      for (does, icon) in [("part-up", "up"), ("part-down", "down"), ("part-away", "trash")] {
        let words = t("room.arc.\(does)")
        button(.type("button"), .class("button square"), .data("data-do", does), .aria(.label, words), .title(words)) {
          t.icon(icon)
        }
      }
    }
  }

  /// A table of the picture.
  private func board(_ t: Phrases) -> Node {
    div(.class("board")) {
      div(.class("pool"))
      div(.class("wood"))
      div(.class("seats"), .data("data-slot", "seats"))
      div(.class("sign-paper")) {
        t.icon("lock")
        t.slot("topic")
      }
    }
  }

  /// Somebody in the picture.
  private var guest: Node {
    div(.class("guest")) {
      span(.class("face"), .data("data-slot", "initials"))
      span(.class("guest-name"), .data("data-slot", "name"))
    }
  }
}
