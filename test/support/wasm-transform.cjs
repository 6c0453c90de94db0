/** The bytes of a WebAssembly file as a module, as the build gives them. */
const { readFileSync } = require('node:fs');

module.exports = {
  process: (_text, file) => ({ code: `exports.__esModule = true; exports.default = Uint8Array.from(atob('${readFileSync(file, 'base64')}'), (one) => one.charCodeAt(0));` }),
};
