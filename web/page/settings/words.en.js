// The words of the settings that most readers leave alone.
export default {
  "more.reset": "Another engine, size or share starts training again from iteration 0.",
  "more.link": "Link for a class, or to embed",
  engine: "Engine",
  size: "Picture size",
  share: "Kept for testing",
  fit: "Pictures that are not square",
  "fit.says": "For pictures added from now on.",
  "engine.auto.says": "Predicts how long each engine will take, and takes the one that will be done first.",
  "engine.loop.says":
    "The pseudo-code of the course: for every picture, for every pixel, one multiplication at a time.",
  "engine.vectorized.says": "The same sums in SIMD, four numbers an instruction.",
  "engine.gram.says":
    "Works on the products of the pictures with each other, so the size of a picture no longer matters. Exact, because training starts at w = 0 and uses every picture in every iteration.",
  "engine.auto.took":
    "Took {engine} for {n} iterations: {madds} multiply-adds in about {time}, against {otherMadds} in about {otherTime} with {other}.",
  "engine.auto.too-large":
    "Took vectorized: the products of so many pictures with each other would not fit into memory.",
  "size.px": "{n} px",
  "size.says": "n_x = {n} · {n} · 3 = {n_x} numbers a picture.",
  "share.own": "as given",
  "share.none": "none",
  "share.says": "Chosen by a fixed seed: the same pictures every time.",
  "share.own.says": "The split the data come with.",
  "drawn.m": "Drawn pictures",
  "drawn.m.says": "{m} to train on, {m_test} to test on.",
  "drawn.seed": "Which of them",
  "drawn.seed.says": "Each set has other pictures, the same in every browser.",
  "drawn.set": "set {seed}",
  "fit.crop": "crop to the middle",
  "fit.fit": "fit, with white edges",
};
