// Links that must open for ever, as the tests of the crate `scenario` have them.
import { readFileSync } from 'node:fs';

const FILE = new URL('../../crates/scenario/tests/link/frozen.json', import.meta.url);

/** All of them: `what` they are, the `link`, and what it `says`. */
export const examples = JSON.parse(readFileSync(FILE, 'utf8'));

const named = (start) => examples.find(({ what }) => what.startsWith(start)).link;

/** One that brings two programs, and one with a program of one line. */
export const frozen = { own: named('programs of its own'), short: named('a program too short') };
