/**
 * Nothing is laid out in jsdom: of Fluent's style sheets only what hides things is ever seen. jsdom
 * matches every rule against each element that a query by role comes across, so the other rules are
 * left out. `test/browser` looks at colours and sizes.
 */
import { configure } from '@testing-library/dom';

const { insertRule } = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.insertRule = function (rule) {
  return /display:\s*none|visibility:\s*hidden/.test(rule) ? insertRule.call(this, rule, this.cssRules.length) : 0;
};

// A wait ends only what hangs; a busy machine must not fail a test.
configure({ asyncUtilTimeout: 60_000 });
