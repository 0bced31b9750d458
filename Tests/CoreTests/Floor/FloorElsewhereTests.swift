import Testing

@testable import Core

@Suite("An evening in another system")
struct FloorElsewhereTests {
  private static let link = "https://meet.example.org/party"

  private func scene(_ guests: Int) throws -> Evening {
    var setup = Evening(guests: guests).setup
    setup.meeting = Self.link
    var evening = Evening(setup)
    try evening.ask(.host, .doors(state: .knock))
    try evening.comeIn(.host, mode: .listening)
    return evening
  }

  @Test("The link is shown to people who were let in, and to nobody outside the door")
  func way() throws {
    var evening = try scene(2)
    try evening.arrive(g(1))
    try evening.ask(g(1), .enter)
    #expect(evening.floor.view(of: g(1))?.meeting == nil && evening.floor.view(of: .host)?.meeting == Self.link)
    try evening.ask(.host, .letIn(who: g(1)))
    #expect(evening.floor.view(of: g(1))?.meeting == Self.link)
    try evening.ask(g(1), .leave)
    #expect(evening.floor.view(of: g(1))?.meeting == nil)
  }

  @Test("Everybody is at one long table, and no voice goes through this room")
  func table() throws {
    var evening = try scene(14)
    for number in 1...14 {
      try evening.arrive(g(number))
      try evening.ask(g(number), .enter)
      try evening.ask(.host, .letIn(who: g(number)))
    }
    #expect(evening.company(t(1)).count == 15)
    #expect(evening.floor.links(of: g(1)) == [])
    try evening.ask(g(9), .promise(to: [], text: "the paper"))
    try evening.ask(g(9), .coaster(line: nil, revision: nil, text: "Ask Kim"))
    #expect(evening.floor.promises[0].to.count == 14)
    try evening.ask(.host, .nextPart(index: 2))
    #expect(evening.floor.links(of: .host) == [] && evening.floor.stage.speaker == .host)
  }

  @Test(
    "A link must be https and lead to a machine by its name",
    arguments: [
      "", "http://meet.example.org", "https://", "https://meet", "https://a:b@meet.example.org", "meet.example.org",
      "https://meet.example.org/ x", "javascript:alert(1)", "https://.org", "https://meet.example.org/ä",
    ])
  func refused(text: String) {
    #expect(MeetingLink(text) == nil)
  }

  @Test("A link is shown with the host it leads to")
  func host() {
    #expect(MeetingLink("https://Meet.example.org/x?pwd=1#2")?.host == "meet.example.org")
    #expect(MeetingLink("https://meet.example.org/" + String(repeating: "x", count: 2000)) == nil)
  }

  @Test("Whoever hosts switches the noise of the bar; a guest can't")
  func murmur() throws {
    var evening = try Evening.running(2)
    #expect(try evening.ask(.host, .murmur(isOn: true)) == [.murmur(isOn: true)])
    #expect(try evening.ask(.host, .murmur(isOn: true)) == [])
    #expect(evening.floor.view(of: g(1))?.hasMurmur == true)
    #expect(throws: FloorRefusal.notHosting) { try evening.ask(g(1), .murmur(isOn: false)) }
  }
}
