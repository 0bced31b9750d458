import Testing

@testable import Core

@Suite("The data of a programme")
struct ProgrammeAddressTests {
  @Test(
    "The page of each system leads to its file, and stands behind it",
    arguments: [
      ("https://pretalx.example/kongress/schedule/", "https://pretalx.example/kongress/schedule/export/schedule.json"),
      ("https://pretalx.example/kongress/", "https://pretalx.example/kongress/schedule/export/schedule.json"),
      (
        "http://pretalx.example/kongress/talk/ABCDEF/", "https://pretalx.example/kongress/schedule/export/schedule.json"
      ),
      (
        "https://frab.example/de/kongress/public/schedule/2",
        "https://frab.example/de/kongress/public/schedule.json"
      ),
      (
        "https://indico.example/event/123/timetable/",
        "https://indico.example/export/event/123.json?detail=contributions"
      ),
      (
        "https://uni.example/indico/event/7/",
        "https://uni.example/indico/export/event/7.json?detail=contributions"
      ),
      ("https://sessionize.com/api/v2/jl4ktls0/view/SpeakerWall", "https://sessionize.com/api/v2/jl4ktls0/view/All"),
    ])
  func systems(page: String, file: String) {
    let candidates = ProgrammeAddress(page).candidates
    #expect(candidates.first == file)
    #expect(candidates.count == 2 && candidates[1] == page.replacing("http://", with: "https://"))
  }

  @Test("A file, another page and an address without its scheme are used as they are")
  func others() {
    #expect(
      ProgrammeAddress("https://a.example/x/schedule.json?v=2").candidates == ["https://a.example/x/schedule.json?v=2"])
    #expect(ProgrammeAddress("a.example/ueber/uns/team").candidates == ["https://a.example/ueber/uns/team"])
    #expect(ProgrammeAddress("https://a.example").candidates == ["https://a.example"])
  }

  @Test(
    "What is no address leads nowhere",
    arguments: ["", "kongress", "zwei Worte.de", "ftp://a.example/x", "file:///etc/passwd"])
  func none(text: String) {
    #expect(ProgrammeAddress(text).candidates.isEmpty)
  }
}
