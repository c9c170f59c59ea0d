import type { Report } from '../checking/rule.ts';
import type { Letters } from '../determination/model/determination.ts';
import { checkLettersInSteps } from '../pipeline/checkLetter.ts';
import { fileName } from '../team/teamFiles.ts';
import type { Found, OnFault } from './letters.ts';
import type { Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';
import { inTurns, turn } from './turns.ts';

/** What a check is of. */
export interface Checked {
  readonly uri: string;
  readonly version: number;
  readonly serial: number;
  /** Reads the letter, at the latest moment. */
  readonly read: () => Letters;
  /** It takes a while: the check gives way before it begins, and reports what it has found before it ends. */
  readonly isLong: boolean;
  readonly policy: Policy;
  readonly spelling: Spelling;
  readonly onFault: OnFault;
}

/** The one check of one text of a letter, for what applies to it now. It ends by itself as soon as something else applies. */
export class LetterCheck {
  readonly #checked: Checked;
  readonly #policyRevision: number;
  #isStopped = false;
  #found: Found | null = null;
  /** What all rules find; null where the check was stopped. */
  readonly whole: Promise<Found | null>;
  /** The same, or the first of it where the letter is long. */
  readonly soon: Promise<Found | null>;

  constructor(checked: Checked) {
    this.#checked = checked;
    this.#policyRevision = checked.policy.revision;
    let foundSome = (_: Found): void => {};
    const some = new Promise<Found>((resolve) => {
      foundSome = resolve;
    });
    this.whole = this.#run(foundSome);
    this.soon = Promise.race([some, this.whole]);
    // Those who wait for it are given the failure; without them, it is not unhandled.
    this.whole.catch(() => undefined);
    this.soon.catch(() => undefined);
  }

  /** What has been found so far; null at first. */
  get found(): Found | null {
    return this.#found;
  }

  /** It is of what applies to the letter now. */
  get isCurrent(): boolean {
    return !this.#isStopped && this.#checked.policy.revision === this.#policyRevision;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #run(foundSome: (found: Found) => void): Promise<Found | null> {
    const { uri, isLong, read, policy, spelling, onFault } = this.#checked;
    const applied = await policy.of(uri);
    if (isLong) await turn();
    if (!this.isCurrent) return null;
    const letters = read();
    const options = { policy: applied, dictionary: spelling.dictionary };
    const checked = await inTurns(
      checkLettersInSteps(letters, fileName(uri), options),
      () => !this.isCurrent,
      (shownSoFar) => {
        if (!isLong || shownSoFar === null) return;
        this.#found = this.#foundIn(letters, shownSoFar(), [], false);
        foundSome(this.#found);
      },
    );
    if (checked === null) return null;
    const [first, ...others] = checked.map(({ names }) => names);
    const unused = checked.flatMap((letter) => letter.unused);
    if (first !== undefined) applied.noteUnused([...first, ...others.flat()], unused);
    for (const { rule, kind } of checked.flatMap(({ faults }) => faults)) onFault(rule, kind);
    const [shown, putAside] = [checked.flatMap((letter) => letter.shown), checked.flatMap((letter) => letter.putAside)];
    this.#found = this.#foundIn(letters, shown, putAside, true);
    return this.#found;
  }

  #foundIn(letters: Letters, reports: readonly Report[], putAside: readonly Report[], isWhole: boolean): Found {
    const { uri, version, serial } = this.#checked;
    return { uri, version, letters, reports, putAside, isWhole, revision: `${this.#policyRevision}:${serial}` };
  }
}
