// Prints each test as a sentence, and last the line that `bin/test` adds up.

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (data?.details?.type === "suite" || data?.file === data?.name) continue;
    if (type === "test:pass") passed += 1;
    if (type === "test:fail") failed += 1;
    if (type === "test:pass") yield `ok     ${data.name}\n`;
    if (type === "test:fail") yield `FAILED ${data.name}: ${data.details.error?.cause?.stack ?? data.details.error}\n`;
  }
  yield `${passed} passed, ${failed} failed\n`;
}
