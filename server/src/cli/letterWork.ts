import { basename } from 'node:path';
import type { SpellingDictionary } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import { parseDetermination } from '../determination/parse.ts';
import { readWordList } from '../host/wordLists.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { letterReport } from '../report/fileReport.ts';
import { loadDictionary } from '../wording/spelling/shipped.ts';
import { faultKind } from './exitStatus.ts';
import { extracted } from './extracted.ts';
import { Policies, type PolicyText } from './policyText.ts';
import { readInput } from './readLetter.ts';
import type { Batch, CheckedFile, Task, TextSource, Worked, WorkItem } from './work.ts';

/** What a thread does: reads letters, and checks or extracts them. The same on the main thread and on every other. */
export class LetterWork {
  readonly #policies = new Policies();
  #dictionary: Promise<SpellingDictionary | null> | null = null;
  #spellingFault: string | null = null;

  /** Never fails. */
  async do({ task, items }: Batch): Promise<readonly Worked[]> {
    const files: Worked[] = [];
    for (const item of items) files.push(await this.#doOne(item, task));
    return files;
  }

  async #doOne(item: WorkItem, task: Task): Promise<Worked> {
    try {
      return await this.#work(item, task);
    } catch (error) {
      return { kind: 'failed', file: item.input.path, error: faultKind(error) };
    }
  }

  async #work({ input, policy }: WorkItem, task: Task): Promise<Worked> {
    const letter = await readInput(input);
    if (letter.kind !== 'text') return letter;
    const { file, source, from } = letter;
    const determination = parseDetermination(source);
    if (task.kind === 'extract') {
      return { kind: 'extracted', file, text: extracted(file, determination, task), ...from };
    }
    if (determination.layout === 'unknown') return { kind: 'noLetter', file, isEmpty: source.trim() === '', ...from };
    if (policy === null) throw new TypeError('A letter is checked by a policy.');
    return {
      ...(await this.#check(determination, policy, { file, missing: from.missing, fingerprints: task.fingerprints })),
      ...from,
    };
  }

  async #check(
    determination: Determination,
    policy: PolicyText,
    { file, ...options }: { readonly file: string; readonly missing: string; readonly fingerprints: boolean },
  ): Promise<Omit<CheckedFile, keyof TextSource>> {
    const dictionary = await this.#openDictionary();
    const checked = checkLetter(determination, basename(file), { policy: this.#policies.of(policy), dictionary });
    return {
      kind: 'checked',
      file,
      report: letterReport(file, checked, options),
      faults: checked.faults,
      names: checked.names,
      unused: checked.unused.map(({ index }) => index),
      spellingFault: this.#spellingFault,
    };
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
