/* Printing the whole training page; fetched with the first Ctrl+P. */
import { printAll } from "../paper/print.js";
import { addLook } from "../ui/fetched.js";
import { once } from "../ui/once.js";

/** How things look on paper, and so in pictures. */
export const paperLook = once(() => addLook(new URL("../paper/print.css", import.meta.url).href));

const pageLook = once(() => addLook(new URL("./print.css", import.meta.url).href));

/** Prints all of the page. */
export const print = () => printAll(() => Promise.all([paperLook(), pageLook()]));
