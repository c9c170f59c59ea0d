import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SpellingDictionary } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import { parseDetermination, parseLetters } from '../determination/parse.ts';
import { printLetter } from '../export/printLetter.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { readWordList } from '../host/wordLists.ts';
import { type CheckedLetter, checkLetter } from '../pipeline/checkLetter.ts';
import { letterEntry } from '../precedents/letterEntry.ts';
import { letterReport } from '../report/fileReport.ts';
import { readyVerdict, rulesOffIn } from '../report/ready/verdict.ts';
import { loadDictionary } from '../wording/spelling/shipped.ts';
import { faultKind } from './exitStatus.ts';
import { extracted } from './extracted.ts';
import { Policies, type PolicyText } from './policyText.ts';
import { type ReadInput, readInput } from './readLetter.ts';
import type { Batch, Task, Worked, WorkItem } from './work.ts';

/** What a thread does: reads letters, and checks, extracts, or sets them anew. The same on the main thread and on every other. */
export class LetterWork {
  readonly #policies = new Policies();
  #dictionary: Promise<SpellingDictionary | null> | null = null;
  #spellingFault: string | null = null;

  /** Never fails. */
  async do({ task, items }: Batch): Promise<readonly Worked[]> {
    const files: Worked[] = [];
    for (const item of items) {
      files.push(...(await this.#doOne(item, task)));
      // The first thread has others to hand work to, and prints.
      await setImmediate();
    }
    return files;
  }

  async #doOne(item: WorkItem, task: Task): Promise<readonly Worked[]> {
    try {
      return await this.#work(item, task);
    } catch (error) {
      return [{ kind: 'failed', file: item.input.path, error: faultKind(error) }];
    }
  }

  async #work({ input, policy }: WorkItem, task: Task): Promise<readonly Worked[]> {
    const read = await readInput(input);
    if (read.kind !== 'text') return [read];
    // One file is made of one, whatever it holds; and so is an entry of a folder's index.
    const isOne = task.kind === 'print' || task.kind === 'index';
    const letters = isOne ? [parseDetermination(read.source)] : parseLetters(read.source);
    const worked: Worked[] = [];
    for (const letter of letters)
      worked.push(await this.#workOn(letter, { ...read, letters: letters.length }, policy, task));
    return worked;
  }

  async #workOn(
    determination: Determination,
    { file, source, from, letters }: Extract<ReadInput, { kind: 'text' }> & { readonly letters: number },
    policy: PolicyText | null,
    task: Task,
  ): Promise<Worked> {
    if (task.kind === 'extract') {
      return { kind: 'extracted', file, text: extracted(file, determination, task), ...from };
    }
    if (determination.layout === 'unknown') return { kind: 'noLetter', file, isEmpty: source.trim() === '', ...from };
    if (task.kind === 'index') {
      const entry = letterEntry(determination, defaultCatalogue());
      return entry === null
        ? { kind: 'noLetter', file, isEmpty: false, ...from }
        : { kind: 'indexed', file, entry, ...from };
    }
    if (task.kind === 'print' && !task.withFindings) {
      return { kind: 'printed', file, letter: printLetter(determination), ...from };
    }
    if (policy === null) throw new TypeError('A letter is checked by a policy.');
    const checked = await this.#check(determination, policy, file);
    if (task.kind === 'print') {
      return { kind: 'printed', file, letter: printLetter(determination, checked.shown), ...from };
    }
    if (task.kind === 'ready') {
      const { made, version } = task;
      const isSpelled = this.#spellingFault === null;
      const rulesOff = this.#rulesOff(policy);
      const context = { file, made, version, letters, missing: from.missing, rulesOff, isSpelled };
      return { kind: 'judged', file, verdict: readyVerdict(checked, context), ...from };
    }
    return {
      kind: 'checked',
      file,
      report: letterReport(file, checked, { missing: from.missing, fingerprints: task.fingerprints }),
      faults: checked.faults,
      names: checked.names,
      unused: checked.unused.map(({ index }) => index),
      spellingFault: this.#spellingFault,
      ...from,
    };
  }

  #rulesOff(policy: PolicyText): readonly string[] {
    return rulesOffIn(this.#policies.of(policy).severities);
  }

  async #check(determination: Determination, policy: PolicyText, file: string): Promise<CheckedLetter> {
    const dictionary = await this.#openDictionary();
    return checkLetter(determination, basename(file), { policy: this.#policies.of(policy), dictionary });
  }

  /** Null where it cannot be had. Once, at the first letter. */
  #openDictionary(): Promise<SpellingDictionary | null> {
    this.#dictionary ??= loadDictionary(readWordList).catch((error: unknown) => {
      this.#spellingFault = error instanceof Error ? error.message : String(error);
      return null;
    });
    return this.#dictionary;
  }
}
