// W3C WebDriver over HTTP: what chromedriver and WebKitWebDriver speak.

import { freePort, sleep, start, stop, within } from "./processes.js";

const START_MS = 30_000;

/** @typedef {(command: string, body?: any, element?: string) => Promise<any>} Send */
/** @typedef {{send: Send, close: () => Promise<void>}} Connection */

/**
 * Starts a driver program and opens a session.
 * @param {string} program @param {(port: number) => string[]} args @param {any} capabilities
 * @param {NodeJS.ProcessEnv} [env] @returns {Promise<Connection>}
 */
export async function overHttp(program, args, capabilities, env = process.env) {
  const port = await freePort();
  const driver = start(program, args(port), { env });
  const call = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { connection: "close" },
      body: body && JSON.stringify(body),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const ready = async () => {
    for (;;) {
      const up = await call("GET", "/status", undefined).catch(() => null);
      if (up) return;
      await sleep(25);
    }
  };
  try {
    await within(START_MS, program, ready());
    const wish = call("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
    const { sessionId } = await within(START_MS, `a session of ${program}`, wish);
    const session = `/session/${sessionId}`;
    return {
      send(command, body = {}, element = "") {
        const path = `${session}/${element && `element/${element}/`}${command}`;
        return command === "screenshot" ? call("GET", path, undefined) : call("POST", path, body);
      },
      async close() {
        await within(5000, "the end", call("DELETE", session, undefined)).catch(() => {});
        await stop(driver);
      },
    };
  } catch (error) {
    await stop(driver);
    throw error;
  }
}
