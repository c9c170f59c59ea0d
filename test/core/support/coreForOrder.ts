import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { plainly, spansOf } from './reading.ts';

/** All that is read and found in a text. */
export function everythingIn(source: string): string {
  const letter = parseDetermination(source);
  const reports = checkDetermination(letter, RULES).map(({ rule, ...report }) => [rule.name, report]);
  return JSON.stringify([plainly(letter), spansOf(letter), reports], null, 1);
}

/** Reads and checks a text for nothing but the work that it is. */
export function readAndCheck(source: string): void {
  checkDetermination(parseDetermination(source), RULES);
}

/** Asks a rule for so many findings, and then no more. */
export function stopEarly(source: string, rule: number, findings: number): void {
  const found = RULES[rule % RULES.length]?.check(parseDetermination(source), defaultContext())[Symbol.iterator]();
  for (let i = 0; i < findings && found?.next().done === false; i++);
  found?.return?.();
}
