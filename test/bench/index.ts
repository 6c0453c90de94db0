/** `npm run bench`, or `npm run bench -- map` for one alone: how fast, as ratios inside one run; the machine and its load cancel out. */
import { compliance } from './compliance';
import { functions } from './functions';
import { map } from './map';

const say = (line: string): void => console.log(line);
const benches = { compliance, functions, map };
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await bench(say);
