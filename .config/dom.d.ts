// The page finds its own elements by selectors it wrote itself, and knows what they are.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
