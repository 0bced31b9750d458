import Testing

@testable import Core

@Suite("The reference checker", .enabled(if: ReferenceTables.isAvailable))
struct ReferenceAgreementTests {
  @Test("agrees to the point on score, start, language, broken rules and reasons of twelve hundred tables")
  func agreement() throws {
    let cases = try ReferenceTables.cases(300)
    #expect(cases.count == 300)
    for example in cases {
      let model = TableModel(example.instance)
      for table in example.tables {
        #expect(model.score(table.ids).total == table.score)
        #expect(model.start(table.ids) == table.slot)
        #expect(model.languages(table.ids) & 7 == table.lang)
        #expect(model.breaches(table.ids).count == table.errors)
        compare(model, table)
      }
    }
  }

  private func compare(_ model: TableModel, _ table: ReferenceTables.Table) {
    let proposal = TableProposal(table.ids, in: model, isBest: false)
    let reasons = Dictionary(uniqueKeysWithValues: model.reasons(proposal).map { ($0.person, $0) })
    for (person, expected) in zip(table.ids, table.reasons) {
      #expect(reasons[person]?.fit == expected.fit)
      #expect(reasons[person]?.loss == expected.loss)
      #expect(reasons[person]?.partners.map { [$0.points, $0.person] } == expected.partners)
    }
  }
}
