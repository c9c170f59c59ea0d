import { checkInSteps, type SoFar } from '../checking/check.ts';
import type { Report, Rule, RuleContext, SpellingDictionary } from '../checking/rule.ts';
import type { Determination, Letters } from '../determination/model/determination.ts';
import { RULES } from '../rules/index.ts';
import { type LetterNames, letterNames } from '../team/letterNames.ts';
import { type Sorted, sortOut } from '../team/putAside.ts';
import { withWords } from '../wording/spelling/ownWords.ts';
import type { LetterPolicy } from './letterPolicy.ts';

/** A rule that failed on a letter. */
export interface RuleFault {
  /** The rule's name. */
  readonly rule: string;
  /** What kind of error it was. Its message is left out: it may hold words of the letter. */
  readonly kind: string;
}

/** A letter as it was checked. */
export interface CheckedLetter extends Sorted {
  readonly determination: Determination;
  /** What the letter may be called in the team's files, the name that is written first. */
  readonly names: LetterNames;
  /** Rules that failed, each once. What the other rules found counts all the same. */
  readonly faults: readonly RuleFault[];
}

/** What `checkLetter` needs besides the letter. */
export interface CheckOptions {
  readonly policy: LetterPolicy;
  /** Without the words of the policy. Null until it is loaded, and where it cannot be had: rules that need it wait. */
  readonly dictionary: SpellingDictionary | null;
  /** The rules to ask; all that there are where it is not set. */
  readonly rules?: readonly Rule[];
}

/**
 * Checks a letter: the one way for server and command line. A rule that fails costs its own findings only, and its
 * put-aside entries are not judged, as little as those of a rule that is off or waits for the dictionary.
 * @param fileName the last part of the letter's path or address
 */
export function checkLetter(letter: Determination, fileName: string, options: CheckOptions): CheckedLetter {
  const steps = checkLetterInSteps(letter, fileName, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps (`checkInSteps`); what a step has found so far leaves out what was put aside. */
export function* checkLetterInSteps(
  letter: Determination,
  fileName: string,
  options: CheckOptions,
): Generator<SoFar | null, CheckedLetter, void> {
  const { rules = RULES, policy } = options;
  const faults = new Map<string, RuleFault>();
  const steps = checkInSteps(letter, rules, policy.severities, ruleContext(options), ({ name }, error) =>
    faults.set(name, { rule: name, kind: kindOf(error) }),
  );
  const sortedOut = (reports: readonly Report[]): CheckedLetter =>
    sortOutReports(letter, fileName, options, reports, [...faults.values()]);
  for (;;) {
    const step = steps.next();
    if (step.done) return sortedOut(step.value);
    const soFar = step.value;
    yield soFar && (() => sortedOut(soFar()).shown);
  }
}

/** The same for each letter of a file, one after the other. */
export function* checkLettersInSteps(
  letters: Letters,
  fileName: string,
  options: CheckOptions,
): Generator<SoFar | null, readonly CheckedLetter[], void> {
  const done: CheckedLetter[] = [];
  for (const letter of letters) {
    const steps = checkLetterInSteps(letter, fileName, options);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        done.push(step.value);
        break;
      }
      const soFar = step.value;
      const before = [...done];
      yield soFar && (() => [...before.flatMap(({ shown }) => shown), ...soFar()]);
    }
  }
  return done;
}

/** What the rules are asked with. */
function ruleContext({ policy, dictionary }: CheckOptions): RuleContext {
  return { guidelines: policy.guidelines, dictionary: dictionary && withWords(dictionary, policy.words) };
}

/** The second half of `checkLetter`: divides what the rules found by what was put aside. */
function sortOutReports(
  letter: Determination,
  fileName: string,
  { policy, dictionary, rules = RULES }: CheckOptions,
  reports: readonly Report[],
  faults: readonly RuleFault[],
): CheckedLetter {
  const silent = new Set(faults.map(({ rule }) => rule));
  for (const { name, needsDictionary } of rules) {
    if (policy.severities[name] === 'off' || (needsDictionary && dictionary === null)) silent.add(name);
  }
  const names = letterNames(letter, fileName);
  const sorted = sortOut(letter, reports, policy.putAside(names), (rule) => silent.has(rule));
  return { determination: letter, names, faults, ...sorted };
}

const kindOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
