import Core
import Foundation
import House
import Mail
import Records
import Testing

@testable import Acts
@testable import GuestPages

/// The guests who come, as the others read about them.
@Suite struct CompanyTests {
  @Test("A guest who says yes is named as far as they agreed; first name and organisation are proposed")
  func proposed() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, slots: [5, 6])
    try await site.run { browser in
      let asked = try await browser.get(.personal(table.token(0)))
      #expect(asked.contains("<option value=\"firstName\" selected>"))
      for (index, shown) in ["firstName", "nothing"].enumerated() {
        _ = try await browser.post(.reply(table.token(index)), [("answer", "yes"), ("shown", shown)])
      }
      let page = try await browser.get(.personal(table.token(2)))
      #expect(page.contains("<strong>Gast</strong>"))
      #expect(page.contains("Amt"))
      #expect(page.contains("Und noch ein Gast."))
      #expect(!page.contains("Gast 1 Muster") && !page.contains("Gast 2 Muster"))
      #expect(try await browser.reading("en").get(.personal(table.token(2))).contains("Who’s coming"))
    }
  }

  @Test("A guest who was never asked is counted but not named, and may change that later")
  func later() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .accepted], slots: [5, 6])
    try await site.run { browser in
      #expect(try await browser.get(.personal(table.token(1))).contains("Ein Gast hat zugesagt."))
      let saved = try await browser.post(.company(table.token(0)), [("shown", "fullName")])
      #expect(saved.location?.hasSuffix("?saved=company") == true)
      #expect(try await browser.get(.personal(table.token(1))).contains("Gast 1 Muster"))
      #expect(try await browser.post(.company(table.token(0)), [("shown", "everything")]).status == 400)
    }
  }

  @Test("A declined or withdrawn guest sees no names, and nobody who does not come is named")
  func closed() async throws {
    let site = try await TestSite()
    let table = try await SetTable.set(site, states: [.accepted, .declined, .withdrawn, .invited], slots: [5, 6])
    try await site.run { browser in
      _ = try await browser.post(.company(table.token(0)), [("shown", "fullName")])
      for index in 1...2 {
        #expect(try await !browser.get(.personal(table.token(index))).contains("Gast 1 Muster"))
      }
      #expect(try await browser.get(.personal(table.token(3))).contains("Gast 1 Muster"))
      _ = try await browser.post(.reply(table.token(0)), [("answer", "no")])
      #expect(try await !browser.get(.personal(table.token(3))).contains("Gast 1 Muster"))
    }
  }
}
