/** `npm run bench`: how fast, as ratios inside one run; the machine and its load cancel out. */
import { compliance } from './compliance';
import { functions } from './functions';

const say = (line: string): void => console.log(line);
await compliance(say);
await functions(say);
