// What is recorded while a button is held: eight a second, no more, whatever the camera gives.
import assert from "node:assert/strict";
import test from "node:test";
import { Burst } from "../../../web/page/camera/burst.js";

const RGB = new Uint8Array(3);

/** A burst with a clock of its own. */
function recording() {
  let now = 1000;
  /** @type {number[]} */
  const handed = [];
  const burst = new Burst(
    (list) => handed.push(list.length),
    () => now,
  );
  /** Frames for so long, one every so many milliseconds. @param {number} ms @param {number} every */
  const film = (ms, every) => {
    for (let t = 0; t < ms; t += every) {
      burst.take(RGB, 1);
      now += every;
    }
  };
  return { burst, handed, film };
}

test("held for two seconds: sixteen, handed over together when it is let go", () => {
  for (const every of [10, 33, 40, 50]) {
    const { burst, handed, film } = recording();
    film(500, every);
    assert.equal(burst.count, 0, "nothing before it is held");
    burst.start();
    film(2000, every);
    assert.deepEqual(handed, []);
    burst.stop();
    film(500, every);
    assert.equal(handed.length, 1);
    assert.ok(handed[0] >= 16 && handed[0] <= 17, `${handed} at a frame every ${every} ms`);
  }
});

test("a slow camera gives every frame it has, and none twice", () => {
  const { burst, handed, film } = recording();
  burst.start();
  film(2000, 400);
  burst.stop();
  assert.deepEqual(handed, [5]);
});

test("a tap that is over before a frame came means one picture; so does one picture", () => {
  const { burst, handed, film } = recording();
  burst.start();
  burst.stop();
  film(1000, 40);
  assert.deepEqual(handed, [1]);
  burst.shoot();
  film(1000, 40);
  assert.deepEqual(handed, [1, 1]);
});

test("held for long, what is there is handed over in between and nothing is lost", () => {
  const { burst, handed, film } = recording();
  burst.start();
  film(60_000, 40);
  burst.stop();
  assert.ok(handed.length > 1);
  const all = handed.reduce((a, b) => a + b);
  assert.ok(Math.abs(all - 480) <= 2, `${all}`);
});
