import Sequencer from '@jest/test-sequencer';

const ORDER = ['acceptance', 'browser', 'office', 'pure'];
const rank = ({ context }) => ORDER.indexOf(context.config.displayName.name);

/** Suites of the built product first, then those on office.js: the last to begin are short, so that no worker waits long for another. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
