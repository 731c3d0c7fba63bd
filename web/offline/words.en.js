// What is said when a newer version of the site has come.
export default {
  newer: "A newer version of this page is ready.",
  "newer.reload": "Reload",
  "newer.later": "Not now",
};
