// The HTML that puts a page of ours into a course page: a frame, and a script that makes it as high as what is in it.

const ESCAPED = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

/** As the value of an attribute. @param {string} text */
const quoted = (text) =>
  `"${text.replace(/[&"<>]/g, (c) => ESCAPED[/** @type {keyof typeof ESCAPED} */ (c)])}"`;

/** @param {{src: string, title: string, height: number}} frame height: as long as it has not told its own */
export const frameCode = ({ src, title, height }) => `<iframe src=${quoted(src)} title=${quoted(title)}
  width="100%" height="${height}" style="border: 0" loading="lazy"
  allow="camera; microphone; clipboard-write; clipboard-read"></iframe>
<script>
  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "one-neuron") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = Number(data.height);
  });
</script>`;
