import { readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../src/functions/slm');

/** The files that hold the custom functions, as the build gives them to the metadata generator. */
export const FUNCTION_FILES: string[] = readdirSync(folder).sort().map((file) => path.join(folder, file));
