import Core
import Foundation
import Testing

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

@Suite("Importing a list")
struct ImportTests {
  private let list = """
    Vorname;Nachname;E-Mail;Firma;Themen
    Jörg;Müller;joerg@example.org;Straßenbau GmbH;Brücken, Tunnel
    Änne;Weiß;aenne@example.org;Büro für Öffentlichkeit;Sprache
    Jörg;Müller;JOERG@example.org;;Asphalt
    ;;kaputt(at)example;;
    """

  @Test("A German Excel's Windows-1252 file is previewed with counts, confirmed, and found with its umlauts")
  func windows1252() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let bytes = try #require(list.data(using: .windowsCP1252))
      let path = try #require(try await host.upload(Array(bytes), name: "C:\\Listen\\Teilnehmer.csv").location)
      #expect(try await host.get(path).contains("Die Liste wird gelesen"))
      await host.work()

      let preview = try await host.get(path)
      #expect(preview.contains("Jörg Müller"))
      #expect(preview.contains("Straßenbau GmbH"))
      #expect(preview.contains("Teilnehmer.csv"))
      #expect(!preview.contains("C:"))
      #expect(preview.contains("2 Menschen übernehmen"))
      #expect(preview.contains("„kaputt(at)example“ ist keine gültige E-Mail-Adresse."))
      #expect(preview.contains("<dt>Zeilen zusammengeführt</dt><dd>1</dd>"))
      #expect(preview.contains("<dt>Zeilen nicht lesbar</dt><dd>1</dd>"))
      #expect(try await site.count("person") == 0)

      #expect(try await host.post(path + "/confirmation").location == path)
      await host.work()
      #expect(try await host.get(path).contains("2 Menschen hinzugefügt oder aktualisiert"))
      let person = try await host.person("Jörg Müller")
      #expect(person.record.topics == ["Brücken", "Tunnel", "Asphalt"])
      #expect(person.record.email == "joerg@example.org")
    }
  }

  @Test("No part of a file stays on disk once it is saved, and only rejected rows stay in the database")
  func cleaning() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      try await host.bring(list)
      let files = try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path)
      #expect(files.isEmpty)
      #expect(try await site.count("import_row") == 1)
      #expect(try await site.count("import_row WHERE status = 'rejected'") == 1)
    }
  }

  @Test("A pasted To: line is a list too")
  func paste() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let text = "An: Anna Adler <anna@example.org>, \"Bär, Bea\" <bea@example.org>"
      let path = try #require(
        try await host.post(Path.imports, [("text", text), ("kind", "none"), ("source", "addressBook")]).location)
      await host.work()
      let preview = try await host.get(path)
      #expect(preview.contains("Anna Adler"))
      #expect(preview.contains("Bea Bär"))
      #expect(preview.contains("Eingefügter Text"))
      _ = try await host.post(path + "/confirmation")
      await host.work()
      #expect(try await host.people().count == 2)
    }
  }

  @Test("Wrongly guessed columns are corrected on the preview, and the list is read again")
  func columns() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(
        try await host.upload("Name,Notiz,Kürzel\nAnna Adler,Brückenbau,Hafen Nord\n").location)
      await host.work()
      #expect(try await host.get(path).contains("name=\"column1\""))
      let columns = [("column0", "name"), ("column1", "topics"), ("column2", "organisation"), ("header", "yes")]
      #expect(try await host.post(path + "/columns", columns).location == path)
      await host.work()
      _ = try await host.post(path + "/confirmation")
      await host.work()
      let anna = try await host.person("Anna Adler")
      #expect(anna.record.topics == ["Brückenbau"])
      #expect(anna.record.organisation == "Hafen Nord")
    }
  }

  @Test("A host's correction holds for the next list with the same header, until they want it guessed again")
  func remembered() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let first = try #require(try await host.upload("Wer,Notiz,Kürzel\nAnna Adler,Brückenbau,Hafen Nord\n").location)
      await host.work()
      let columns = [("column0", "name"), ("column1", "topics"), ("column2", "organisation"), ("header", "1")]
      _ = try await host.post(first + "/columns", columns)
      await host.work()
      #expect(try await host.get(first).contains("Eine Liste mit dieser Kopfzeile haben Sie schon einmal berichtigt"))
      let second = try #require(try await host.upload("wer,NOTIZ,Kürzel\nBruno Berg,Tunnel,Werk Süd\n").location)
      await host.work()
      #expect(try await host.get(second).contains("Werk Süd"))
      #expect(try await site.count("import_row WHERE organisation = 'Werk Süd' AND topics = 'Tunnel'") == 1)
      #expect(try await site.count("import_header") == 1)
      _ = try await host.post(second + "/columns", columns + [("guess", "anew")])
      await host.work()
      #expect(try await site.count("import_header") == 0)
      #expect(try await site.count("import_row WHERE organisation = 'Werk Süd'") == 0)
    }
  }

  @Test("The host says which row is the header and which tables of a file count")
  func headerAndSections() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let text = "Name,E-Mail\nAnna Adler,anna@example.org\n\nName,Email,Firma\nBruno Berg,bruno@example.org,Werk\n"
      let path = try #require(try await host.upload(text).location)
      await host.work()
      #expect(try await host.get(path).contains("Welche Tabellen zählen?"))
      let fields = [("column0", "name"), ("column1", "email"), ("header", "1"), ("section0", "read")]
      _ = try await host.post(path + "/columns", fields)
      await host.work()
      #expect(try await site.count("import_row WHERE status = 'person'") == 1)
      let other = try #require(
        try await host.upload("Gäste,Stand\nWer da,Kontakt\nCora Ihl,cora@example.org\n").location)
      await host.work()
      _ = try await host.post(other + "/columns", [("header", "2")])
      await host.work()
      #expect(try await site.count("import_row WHERE name = 'Wer da'") == 0)
      #expect(try await site.count("import_row WHERE email = 'cora@example.org'") == 1)
    }
  }

  @Test("If the letters of a file can be read in two ways, the host is asked")
  func charset() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let bytes =
        Array("Name;E-Mail\nAy".utf8) + [0xFE] + Array("e I".utf8) + [0xFE, 0xFD] + Array("k;a@example.org\n".utf8)
      let path = try #require(try await host.upload(bytes, name: "liste.csv").location)
      await host.work()
      #expect(try await host.get(path).contains("Welche Schreibweise stimmt?"))
      for (charset, name) in [("windows-1252", "Ayþe Iþýk"), ("CP1254", "Ayşe Işık")] {
        _ = try await host.post(path + "/columns", [("header", "1"), ("charset", charset)])
        await host.work()
        #expect(try await site.count("import_row WHERE name = '\(name)'") == 1, "\(charset)")
      }
    }
  }

  @Test("A gap in the form is reported beside its field, and the input stays")
  func validation() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let page = try await host.post(
        Path.imports,
        [("kind", "conferenceMissed"), ("year", "26"), ("list", "Meine Liste"), ("source", "other")])
      #expect(page.status == 422)
      for text in [
        "Bitte fügen Sie etwas ein",
        "Zu welchem Kongress gehören Jahr und Ort?", "mit vier Ziffern", "mit Ihren Worten",
        "value=\"Meine Liste\"",
      ] { #expect(page.contains(text), "\(text)") }
      #expect(try await site.count("import") == 0)
      #expect(try await site.count("occasion") == 0)
    }
  }

  @Test("A file that is no list is refused in plain words and leaves no trace")
  func unreadable() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let picture: [UInt8] = [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
      let path = try #require(try await host.upload(picture, name: "liste.csv").location)
      await host.work()
      #expect(try await host.get(path).contains("Das ist ein Bild, und Bilder lesen wir nicht."))
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
      #expect(try await host.post(path + "/confirmation").status == 409)
      #expect(try await host.post(path + "/discard").location == Path.newImport.text)
      #expect(try await host.get(path).status == 404)
      #expect(try await site.count("occasion") == 0)
    }
  }

  @Test("Pressed in two windows at once, a list is either added or thrown away, and never half of each")
  func confirmedAndDiscarded() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      var added = 0
      for number in 0..<12 {
        let path = try #require(
          try await host.upload("Name;E-Mail\nGast \(number);gast\(number)@example.org\n", name: "\(number).csv")
            .location)
        await host.work()
        async let first = host.post(path + "/confirmation")
        async let second = host.post(path + "/discard")
        let (confirmed, discarded) = (try await first.status, try await second.status)
        #expect(discarded == 409 ? confirmed == 303 : discarded == 303 && [404, 409].contains(confirmed))
        await host.work()
        if discarded == 409 { added += 1 }
        #expect(try await host.people().count == added)
      }
    }
  }

  @Test("Discarding erases the file, its rows and an occasion that nothing else uses")
  func discard() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      await host.work()
      _ = try await host.post(path + "/discard")
      for table in ["import", "import_row", "occasion", "person"] { #expect(try await site.count(table) == 0) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: site.services.uploads.folder.path).isEmpty)
    }
  }

  @Test("The page's module is told the progress until there is something to see")
  func progress() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      let first = try await host.get(path + "/progress")
      #expect(first.contains("\"max\":100"))
      #expect(first.contains("\"value\":0"))
      await host.work()
      let last = try JSONDecoder().decode(
        [String: String].self, from: Data(try await host.get(path + "/progress").bytes))
      #expect(last == ["location": path])
    }
  }

  @Test("An import interrupted by a restart is resumed, in either phase")
  func restart() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      try await site.change(
        """
        INSERT INTO import_row (import_id, position, line, status, name)
        SELECT id, 1, 1, 'person', 'Half' FROM import
        """)
      await host.work()
      #expect(try await host.get(path).contains("2 Menschen übernehmen"))

      _ = try await host.post(path + "/confirmation")
      // Acts as if the process had died after the first row was saved.
      try await site.change("UPDATE import SET saved_position = 1, new_count = 1")
      await host.work()
      #expect(try await host.people().map(\.record.name) == ["Änne Weiß"])
      #expect(try await host.get(path).contains("2 Menschen hinzugefügt oder aktualisiert"))
    }
  }

  @Test("A list that crashed the program twice is given up, and its page says so")
  func poison() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      // Acts as if the process had died while reading.
      try await site.change("UPDATE import SET tries = 1")
      await host.work()
      #expect(try await host.get(path).contains("2 Menschen übernehmen"))
      #expect(try await site.count("import WHERE tries = 0") == 1)

      let second = try #require(try await host.upload(list + "Bo;Bach;;;\n").location)
      try await site.change("UPDATE import SET tries = 2 WHERE state = 'reading'")
      await host.work()
      #expect(try await host.get(second).contains("zweimal abgebrochen"))
      #expect(try await host.get(path).contains("2 Menschen übernehmen"))
    }
  }

  @Test("An attempt told to stop doesn't count, and saving may be interrupted as often as it makes progress")
  func stops() async throws {
    let site = try await TestSite()
    try await site.run { browser in
      let host = try await browser.signedIn()
      let path = try #require(try await host.upload(list).location)
      let waiting = try await site.services.database.read { try #require(try ImportStore(connection: $0).nextWork()) }
      for _ in 0..<3 {
        let task = Task {
          withUnsafeCurrentTask { $0?.cancel() }
          return await ImportWorker(services: site.services).work(waiting)
        }
        #expect(await task.value == false)
      }
      await host.work()
      #expect(try await host.get(path).contains("2 Menschen übernehmen"))
      _ = try await host.post(path + "/confirmation")
      try await site.change("UPDATE import SET tries = 2")
      try await site.services.database.write { connection in
        let store = ImportStore(connection: connection)
        try store.note(0.5, Import.Counts(), savedPosition: 1, of: waiting.id)
        #expect(try store.beginTry(of: waiting.id) == 2)
      }
    }
  }
}
