import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { saveQueue } from "~/web/save-queue";

const idle = { busy: false, clash: false };
const busy = { busy: true, clash: false };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function queueOf() {
  const sent: string[] = [];
  const save = () => void sent.push("save");
  const submit = () => void sent.push("submit");
  return { sent, save, submit, queue: saveQueue({ save, restMs: 700, retryMs: 5000 }) };
}

test("what is typed is saved once the keys have rested", () => {
  const { sent, queue } = queueOf();
  queue.later();
  vi.advanceTimersByTime(699);
  queue.later();
  vi.advanceTimersByTime(699);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual(["save"]);
});

test("a field that is left is saved at once, and not a second time when the keys have rested", () => {
  const { sent, queue } = queueOf();
  queue.later();
  queue.soon();
  expect(sent).toEqual(["save"]);
  vi.runAllTimers();
  expect(sent).toEqual(["save"]);
});

test("what is typed while a save is under way waits for its answer, and goes out once", () => {
  const { sent, queue } = queueOf();
  queue.settle(busy);
  queue.later();
  vi.runAllTimers();
  queue.soon();
  expect(sent).toEqual([]);
  queue.settle(idle);
  queue.settle(idle);
  expect(sent).toEqual(["save"]);
});

test("a press goes out at once; while a save is under way it waits, and takes the place of what waited", () => {
  const { sent, queue, submit } = queueOf();
  queue.press(submit);
  expect(sent).toEqual(["submit"]);
  queue.settle(busy);
  queue.soon();
  queue.press(submit);
  // Nor does what comes after it push it aside.
  queue.soon();
  queue.settle(idle);
  expect(sent).toEqual(["submit", "submit"]);
});

test("after a clash nothing is saved by itself, neither what waited nor what is typed; a press still decides", () => {
  const { sent, queue, save, submit } = queueOf();
  queue.settle(busy);
  queue.press(submit);
  // Its rest would end after the answer that tells of the clash.
  queue.later();
  queue.settle({ busy: false, clash: true });
  queue.later();
  queue.soon();
  vi.runAllTimers();
  expect(sent).toEqual([]);
  queue.press(save);
  expect(sent).toEqual(["save"]);
});

test("a save that met no line is tried again after a while, at once when pressed, and sooner when more is typed", () => {
  const { sent, queue, save } = queueOf();
  const cut = { ...idle, cut: true };
  queue.settle(busy);
  queue.soon();
  queue.settle(cut);
  vi.advanceTimersByTime(4999);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent).toEqual(["save"]);
  queue.settle(busy);
  queue.settle(cut);
  queue.press(save);
  expect(sent).toEqual(["save", "save"]);
  queue.settle(busy);
  queue.settle(cut);
  queue.later();
  vi.advanceTimersByTime(700);
  expect(sent).toEqual(["save", "save", "save"]);
});

test("a page that goes away saves nothing any more", () => {
  const { sent, queue } = queueOf();
  queue.later();
  queue.stop();
  vi.runAllTimers();
  expect(sent).toEqual([]);
});
