// The gallery's programs and what CPython 3.11 printed for them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** The scenario that the page opens with. */
export const OPENING = 'ways_to_wait';

const place = (path) => new URL(`../../gallery/${path}`, import.meta.url);
const read = (path) => readFileSync(place(path), 'utf8');
const scenario = (id) => JSON.parse(read(`${id}/scenario.json`));

/** All scenarios beside the one that the page opens with. */
export const others = () => readdirSync(place('')).filter((id) => id !== OPENING && existsSync(place(`${id}/scenario.json`)));

/** What the page calls a scenario. */
export const title = (id) => scenario(id).title;

/** Whether computing takes time in a scenario. Recordings take it as free, so only the order of lines may differ. */
export const takesTime = (id) => (scenario(id).slow_down ?? 1) > 1;

/** For each lane of a scenario, its name, its program and its recording. */
export function lanes(id) {
  return scenario(id).lanes.map(({ name, file }) => ({
    name,
    program: read(`${id}/${file}`),
    recording: JSON.parse(read(`${id}/${file.replace(/\.py$/, '.json')}`)),
  }));
}
