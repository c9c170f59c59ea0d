import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SpellingDictionary } from '../checking/rule.ts';
import type { Determination, Letters } from '../determination/model/determination.ts';
import { parseLetters } from '../determination/parse.ts';
import { printFile, printLetter } from '../export/printLetter.ts';
import { defaultCatalogue } from '../guidelines/shipped.ts';
import { readWordList } from '../host/wordLists.ts';
import { type CheckedLetter, checkLetter } from '../pipeline/checkLetter.ts';
import { letterEntry } from '../precedents/letterEntry.ts';
import type { PrintedLetter } from '../protocol/printedLetter.ts';
import { letterReport } from '../report/fileReport.ts';
import { readyVerdict, rulesOffIn } from '../report/ready/verdict.ts';
import { loadDictionary } from '../wording/spelling/shipped.ts';
import { faultKind } from './exitStatus.ts';
import { extracted } from './extracted.ts';
import { Policies, type PolicyText } from './policyText.ts';
import { type ReadInput, readInput } from './readLetter.ts';
import type { Batch, Task, Worked, WorkItem } from './work.ts';

type ReadText = Extract<ReadInput, { readonly kind: 'text' }>;
type TaskOf<Kind extends Task['kind']> = Extract<Task, { readonly kind: Kind }>;

/** What a thread does: reads letters, and checks, extracts, or lays them out. The same on the main thread and on every other. */
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
    const letters = parseLetters(read.source);
    const [first, ...others] = letters;
    if (task.kind !== 'extract' && first.layout === 'unknown') {
      return [{ kind: 'noLetter', file: read.file, isEmpty: read.source.trim() === '', ...read.from }];
    }
    // One file is made of a file, whatever it holds.
    if (task.kind === 'print') return [await this.#print(letters, read, policy, task)];
    if (task.kind === 'ready') return [await this.#judge([first, ...others], read, policy, task)];
    const worked: Worked[] = [];
    for (const letter of letters) worked.push(await this.#workOn(letter, read, policy, task));
    return worked;
  }

  async #print(
    letters: Letters,
    { file, from }: ReadText,
    policy: PolicyText | null,
    { withFindings }: TaskOf<'print'>,
  ): Promise<Worked> {
    const printed: PrintedLetter[] = [];
    for (const letter of letters) {
      const notes = withFindings ? (await this.#check(letter, policy, file)).shown : [];
      printed.push(printLetter(letter, notes));
    }
    return { kind: 'printed', file, printed: printFile(printed), ...from };
  }

  async #judge(
    [first, ...others]: Letters,
    { file, from }: ReadText,
    policy: PolicyText | null,
    { made, version }: TaskOf<'ready'>,
  ): Promise<Worked> {
    const checked: [CheckedLetter, ...CheckedLetter[]] = [await this.#check(first, policy, file)];
    for (const letter of others) checked.push(await this.#check(letter, policy, file));
    const rulesOff = policy === null ? [] : rulesOffIn(this.#policies.of(policy).severities);
    const isSpelled = this.#spellingFault === null;
    const verdict = readyVerdict(checked, { file, made, version, missing: from.missing, rulesOff, isSpelled });
    return { kind: 'judged', file, verdict, ...from };
  }

  async #workOn(
    determination: Determination,
    { file, from }: ReadText,
    policy: PolicyText | null,
    task: TaskOf<'extract' | 'index' | 'check'>,
  ): Promise<Worked> {
    if (task.kind === 'extract') {
      return { kind: 'extracted', file, text: extracted(file, determination, task), ...from };
    }
    if (task.kind === 'index') {
      const entry = letterEntry(determination, defaultCatalogue());
      return entry === null
        ? { kind: 'noLetter', file, isEmpty: false, ...from }
        : { kind: 'indexed', file, entry, ...from };
    }
    const checked = await this.#check(determination, policy, file);
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

  async #check(determination: Determination, policy: PolicyText | null, file: string): Promise<CheckedLetter> {
    if (policy === null) throw new TypeError('A letter is checked by a policy.');
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
