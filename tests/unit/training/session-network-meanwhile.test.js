// What the visitor does while the core with hidden layers is on its way, or cannot be had.
import assert from "node:assert/strict";
import test from "node:test";
import { Networks } from "../../../web/training/network.js";
import { open } from "../shared/open.js";
import { openSession, openTrained, pictures } from "./session-fakes.js";

const codes = ({ events }) => events.flatMap((e) => (e.type === "notice" ? e.code : []));
const withNetwork = ({ until }, hidden, more = (/** @type {any} */ _) => true) =>
  until("train", (e) => String(e.network?.hidden) === String(hidden) && more(e), 0);

/** A core with hidden layers that comes when it is let in. */
function slowNetwork() {
  let letIn = () => {};
  const gate = new Promise((/** @type {(value?: any) => void} */ resolve) => (letIn = resolve));
  let asked = 0;
  const network = async () => {
    asked++;
    await gate;
    return { core: await open("network"), networks: new Networks() };
  };
  return { network, letIn: () => letIn(), times: () => asked };
}

/** A session with own pictures, trained, and its settings changed. */
async function waiting(settings = {}) {
  const slow = slowNetwork();
  const world = await openTrained({ iterations: 20, network: slow.network });
  await world.session.change({ iterations: 100_000, speed: 20, ...settings });
  return { ...slow, ...world };
}

test("training goes on meanwhile; a pause then is still one afterwards", async () => {
  const world = await waiting();
  await world.session.play();
  const changed = world.session.change({ hidden: [4] });
  await world.until("train", (e) => e.iteration > 22);
  await world.session.pause();
  const ready = withNetwork(world, [4]);
  world.letIn();
  await changed;
  assert.equal((await ready).running, false);
  assert.equal((await ready).iteration, 0);
});

test("play meanwhile trains the network that comes", async () => {
  const world = await waiting();
  const changed = world.session.change({ hidden: [4] });
  await world.session.play();
  world.letIn();
  await changed;
  await withNetwork(world, [4], (e) => e.running && e.iteration > 2);
  await world.session.pause();
});

for (const engine of ["vectorized", "gram", "auto"])
  test(`of several choices meanwhile the last one counts: ${engine}`, async () => {
    const world = await waiting({ engine });
    const changes = [[4], [7, 3], [5]].map((hidden) => world.session.change({ hidden }));
    world.letIn();
    await Promise.all(changes);
    await withNetwork(world, [5]);
    assert.equal(world.times(), 1);
    assert.deepEqual(world.last("data").settings.hidden, [5]);
    assert.deepEqual(world.store.meta.settings.hidden, [5]);
  });

test("none, chosen meanwhile, is none", async () => {
  const world = await waiting();
  const changes = [[4], []].map((hidden) => world.session.change({ hidden }));
  world.letIn();
  await Promise.all(changes);
  await world.until("train", (e) => e.engine && !e.preparing, 0);
  assert.deepEqual(world.store.meta.settings.hidden, []);
  assert.equal(world.last("train").network, null);
});

/** What is in the store after some pictures were added and hidden layers chosen. */
async function stored() {
  const { store } = await openTrained({ iterations: 20 });
  const meta = structuredClone(store.meta);
  meta.settings.hidden = [4];
  return { pictures: [...store.kept.values()], meta };
}

test("pictures added before the stored ones are there come after them", async () => {
  const slow = slowNetwork();
  const world = await openSession(await stored(), { network: slow.network });
  const starting = world.session.start();
  const adding = world.session.addFiles(pictures(2, 1, 500), 1);
  slow.letIn();
  const { restored } = await starting;
  assert.equal(restored, true);
  assert.equal((await adding).added, 2);
  assert.equal(world.last("data").id.length, 14);
  assert.equal(world.store.kept.size, 14);
});

test("stored hidden layers outlast a visit on which they cannot be had", async () => {
  const network = () => Promise.reject(new TypeError("Failed to fetch"));
  const world = await openSession(await stored(), { network });
  const { settings } = await world.session.start();
  assert.deepEqual(settings.hidden, []);
  await world.session.change({ alpha: 0.02 });
  assert.deepEqual(world.store.meta.settings.hidden, [4]);
  await world.session.change({ hidden: [] });
  assert.deepEqual(world.store.meta.settings.hidden, []);
  assert.deepEqual(codes(world), ["network-unavailable"]);
});

test("no memory to move to: the training that is there stays", async () => {
  const core = await open("network");
  const world = await openTrained({
    iterations: 50,
    network: async () => ({ core, networks: new Networks() }),
  });
  const take = core.exports.malloc;
  for (let bytes = 2 ** 30; bytes >= 256; bytes /= 2) while (take(bytes) !== 0);
  await world.session.change({ hidden: [4] });
  assert.deepEqual(codes(world), ["network-memory"]);
  await world.session.step();
  const { iteration, network } = await world.until("train", (e) => e.iteration === 51, 0);
  assert.deepEqual([iteration, network], [51, null]);
});
