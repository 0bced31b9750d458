import assert from "node:assert/strict";
import test from "node:test";

import { Requests } from "../../Sources/House/Public/js/room/requests.js";

function asked(request, isOpen = true) {
  const sent = [];
  const requests = new Requests((message) => sent.push(message));
  const answer = requests.add(request, isOpen);
  return { sent, requests, answer };
}

const said = (text) => ({ number: 5, at: 1, event: { said: { saying: { who: "me", table: "t1", text, at: 1, heardBy: [] } } } });

test("A request is done with the number up to which all is stored", async () => {
  const { sent, requests, answer } = asked({ move: { table: "t2" } });
  assert.deepEqual(sent, [{ type: "request", id: 1, request: { move: { table: "t2" } } }]);
  requests.done({ id: 1, number: 44 });
  assert.equal(await answer, 44);
});

test("A refusal comes with its code and its words", async () => {
  const { requests, answer } = asked({ move: { table: "t2" } });
  requests.refused({ id: 1, code: "tableFull", text: "This table is full." });
  await assert.rejects(answer, { code: "tableFull", text: "This table is full." });
});

test("An answer that comes twice changes nothing", async () => {
  const { requests, answer } = asked({ hand: { up: true } });
  requests.done({ id: 1, number: 1 });
  requests.refused({ id: 1, code: "notInside" });
  assert.equal(await answer, 1);
});

test("What may be repeated is asked again after the line was gone", async () => {
  const { sent, requests, answer } = asked({ move: { table: "t2" } });
  requests.resume([], "me");
  assert.deepEqual(sent.map(({ id }) => id), [1, 1]);
  requests.refused({ id: 1, code: "alreadyThere", text: "" });
  await answer;
});

test("A line that was stored before the answer got lost is not said twice", async () => {
  const { sent, requests, answer } = asked({ say: { text: " Good evening! " } });
  requests.resume([said("Good evening!")], "me");
  await answer;
  assert.equal(sent.length, 1);
});

test("A line that was not stored is said again", async () => {
  const { sent, requests, answer } = asked({ say: { text: "Hello" } });
  requests.resume([said("Good evening!")], "me");
  assert.equal(sent.length, 2);
  requests.done({ id: 1, number: 6 });
  assert.equal(await answer, 6);
});

test("The same words said twice and stored once are said once more", async () => {
  const { sent, requests, answer } = asked({ say: { text: "Yes" } });
  const second = requests.add({ say: { text: "Yes" } }, true);
  requests.resume([said("Yes")], "me");
  await answer;
  assert.deepEqual(sent.map(({ id }) => id), [1, 2, 2]);
  requests.done({ id: 2, number: 7 });
  await second;
});

test("Coasters and promises are known again, too", async () => {
  const { sent, requests, answer } = asked({ coaster: { line: 3, revision: 1, text: "Ask Kim" } });
  const promise = requests.add({ promise: { to: ["host"], text: "the paper" } }, true);
  const line = { id: 3, table: "t1", author: "me", text: "Ask Kim", revision: 2 };
  requests.resume([
    { number: 2, event: { coaster: { line } } },
    { number: 3, event: { promised: { promise: { id: 1, from: "me", to: ["host"], text: "the paper" } } } },
  ], "me");
  await Promise.all([answer, promise]);
  assert.equal(sent.length, 2);
});

for (const request of [{ nextPart: {} }, { extend: { seconds: 60 } }, { oneMoreMinute: {} }, { moveToFreeTable: {} }, { end: {} }]) {
  test(`Nobody repeats ${Object.keys(request)[0]} for them`, async () => {
    const { sent, requests, answer } = asked(request);
    requests.resume([], "me");
    await assert.rejects(answer, { code: "lost" });
    assert.equal(sent.length, 1);
    await assert.rejects(requests.add(request, false), { code: "lost" });
  });
}

test("What was missed altogether can't tell what was stored", async () => {
  const { requests, answer } = asked({ say: { text: "Hello" } });
  requests.resume(undefined, "me");
  await assert.rejects(answer, { code: "lost" });
});

test("What is written without a line goes out when it is back", () => {
  const { sent, requests } = asked({ say: { text: "Hello" } }, false);
  assert.deepEqual(sent, []);
  requests.resume(undefined, "me");
  assert.deepEqual(sent, [{ type: "request", id: 1, request: { say: { text: "Hello" } } }]);
});

test("When it is over for good, everything that waits is told so", async () => {
  const { requests, answer } = asked({ say: { text: "Hello" } });
  requests.fail("closed");
  await assert.rejects(answer, { code: "closed" });
});
