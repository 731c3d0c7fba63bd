// The page finds its own elements by selectors and names it wrote itself, and knows what they are.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Document {
  getElementById(id: string): any;
}

// Measured beside our own engines where they are installed (npm run bench), and not needed otherwise.
declare module "@tensorflow/tfjs";
declare module "@tensorflow/tfjs-backend-wasm";

// What the browser tests note down in the page.
interface Window {
  heard: any;
  shifts: any;
}

// What the site's build puts before web/offline/worker.js.
declare const FILES: [path: string, integrity: string][];
declare const VERSION: string;
