// Prints each test as a sentence, followed by the line that `bin/test` adds up.

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if ((type !== "test:pass" && type !== "test:fail") || isSummary(type, data)) continue;
    if (type === "test:pass") passed += 1;
    else failed += 1;
    yield type === "test:pass" ? `ok     ${data.name}\n` : `FAILED ${data.name}: ${cause(data)}\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}

/** Node reports a file as a test, too. It counts only if the file itself failed, for instance on a wrong import. */
function isSummary(type, { name, details }) {
  return name.endsWith(".test.js") && (type === "test:pass" || details.error?.failureType === "subtestsFailed");
}

function cause({ details }) {
  return details.error?.cause?.stack ?? details.error;
}
