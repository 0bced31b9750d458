import Testing
import Words

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("The table of words")
struct BundledWordsTests {
  @Test("It comes with the program, and connects a topic with its name in the other language")
  func bundled() throws {
    let space = TopicSpace(table: try BundledWords.table())
    #expect(space.similarity("Robotik", "robotics") > space.similarity("Robotik", "Politik"))
    #expect(space.similarity("Imkerei", "beekeeping") > space.similarity("Imkerei", "baking"))
  }
}
