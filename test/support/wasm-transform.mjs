/** The bytes of a WebAssembly file as a module, as the build gives them. */
import { readFileSync } from 'node:fs';

export default {
  process: (_text, file) => ({ code: `exports.__esModule = true; exports.default = Uint8Array.from(atob('${readFileSync(file, 'base64')}'), (one) => one.charCodeAt(0));` }),
};
