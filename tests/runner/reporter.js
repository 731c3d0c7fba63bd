// What node:test reports, as one line of JSON for each test: {file, name, outcome}. See node-tests.js, which reads it.

import { EventEmitter } from "node:events";

EventEmitter.defaultMaxListeners = 20; // three reports of one run listen to it, each several times

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* results(events) {
  /** Names of the tests that are open, the outermost first. @type {string[]} */
  const open = [];
  for await (const { type, data } of events) {
    if (type === "test:start") open.splice(data.nesting, Infinity, data.name);
    const isResult = type === "test:pass" || type === "test:fail";
    if (!isResult || data.details?.type === "suite") continue;
    const name = [...open.slice(0, data.nesting), data.name].join(" › ");
    const left = data.skip !== undefined || data.todo !== undefined;
    const outcome = left ? "skipped" : type === "test:pass" ? "passed" : "failed";
    yield `${JSON.stringify({ file: data.file, name, outcome })}\n`;
  }
}
