import { version } from '../../../package.json';
import { SEVERITIES, type Severity } from '../checking/rule.ts';
import { isNamedAsDocument } from '../intake/documentText.ts';
import { today } from '../pipeline/today.ts';
import type { FileReport, FindingReport, LetterReport } from '../report/fileReport.ts';
import type { Asked } from '../report/writer.ts';
import { threadsFor, workInOrder } from './crew.ts';
import { type ExitStatus, NOT_READ, Outcome, PROGRAM_FAULT, programFailed, SOMETHING_FOUND } from './exitStatus.ts';
import { findInputs, foldersAmong, letterCount } from './inputs.ts';
import { counted, type Destination, printError, printFault } from './output.ts';
import { Progress } from './progress.ts';
import { PutAsides } from './putAsides.ts';
import { NO_LETTER } from './readLetter.ts';
import { type ReportFormat, reportWriter } from './reportFormats.ts';
import { type TeamOptions, TeamPolicy } from './teamPolicy.ts';
import type { CheckedFile, Input, TextSource, Worked } from './work.ts';

export interface CheckOptions extends TeamOptions {
  readonly format: ReportFormat;
  /** Which findings are reported. */
  readonly only: Asked;
  readonly fails: Failing;
  /** A file that is not a letter is an error. */
  readonly strict: boolean;
  /** Puts aside all that is found, for this reason; null: nothing. */
  readonly baseline: string | null;
  /** Removes the entries that no longer put anything aside. */
  readonly prune: boolean;
  /** What a letter on standard input is called. */
  readonly stdinFilename: string;
  /** Null: as many as help. */
  readonly threads: number | null;
  readonly output: Destination;
}

/** Which findings make the exit status 1. */
interface Failing {
  /** The lowest severity that does; null: none does. */
  readonly severity: Severity | null;
  /** How many warnings do not; null where it is not set. */
  readonly maxWarnings: number | null;
}

/** `imr check`: prints what is wrong with each letter. Returns the exit status. */
export async function check(names: readonly string[], options: CheckOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const folders = await foldersAmong(names);
  const team = await TeamPolicy.open({ ...options, folders }, outcome);
  if (team === null) return outcome.status;
  const run = new CheckRun(options, team, outcome);
  const inputs = await findInputs(names, options.stdinFilename);
  await run.work(inputs, names);
  await run.settlePutAsides(folders);
  return outcome.status;
}

class CheckRun {
  readonly #options: CheckOptions;
  readonly #team: TeamPolicy;
  readonly #outcome: Outcome;
  readonly #putAsides: PutAsides;
  readonly #isAskedFor: (finding: FindingReport) => boolean;
  #warnings = 0;
  /** The first file whose text was read out of a PDF or Word file. */
  #extracted: string | null = null;
  /** PDF and Word files in a folder beside letters. */
  #documentsPassedOver = 0;
  #spellingFault: string | null = null;

  constructor(options: CheckOptions, team: TeamPolicy, outcome: Outcome) {
    this.#options = options;
    this.#team = team;
    this.#outcome = outcome;
    this.#putAsides = new PutAsides(outcome);
    this.#isAskedFor = askedFor(options.only);
  }

  async work(inputs: readonly Input[], names: readonly string[]): Promise<void> {
    const { format, baseline, output, only, threads: asked } = this.#options;
    const outcome = this.#outcome;
    const writer = reportWriter(format, names);
    const letters = letterCount(inputs);
    const task = { kind: 'check', fingerprints: format === 'sarif' || baseline !== null } as const;
    const policyOf = async ({ path }: Input) => (await this.#team.of(path)).text;
    const progress = new Progress(letters);
    output.write(writer.begin());
    for await (const worked of workInOrder(inputs, task, { threads: threadsFor(letters, asked), policyOf })) {
      await outcome.guard(worked.file, async () => {
        const report = await this.#take(worked);
        if (report !== null) output.write(writer.add(report));
      });
      progress.step();
    }
    progress.end();
    const end = writer.end({
      succeeded: outcome.status < NOT_READ,
      made: today(),
      version,
      rulesOff: this.#team.rulesOff,
      rulesOffBy: 'by the team, in .imr.json',
      only,
      spellingFault: this.#spellingFault,
      // They are counted among the other files.
      documents: 0,
      stopped: 0,
    });
    for (const text of end) output.write(text);
    if (format === 'text') this.#tellOfDocuments();
  }

  /** Takes note of what became of a file, and reports what has to be reported. */
  async #take(worked: Worked): Promise<FileReport | null> {
    const outcome = this.#outcome;
    const { file } = worked;
    this.#putAsides.noteFile(file);
    if ('missing' in worked) this.#noteSource(file, worked);
    switch (worked.kind) {
      case 'checked':
        return this.#takeLetter(worked);
      case 'unreadable':
        outcome.unread(file, worked.reason);
        return { kind: 'unread', file, reason: worked.reason };
      case 'failed':
        outcome.failed(file, worked.error);
        return { kind: 'unread', file, reason: programFailed(worked.error) };
      case 'passedOver':
        if (this.#options.strict && worked.isText) outcome.unread(file, NO_LETTER);
        this.#putAsides.noteNoLetter(file);
        if (isNamedAsDocument(file)) this.#documentsPassedOver++;
        return { kind: 'noLetter', file, isNamed: false };
      case 'noLetter':
        if (this.#options.strict) outcome.unread(file, NO_LETTER);
        else printError(file, worked.isEmpty ? 'it is empty' : NO_LETTER);
        this.#putAsides.noteNoLetter(file);
        return { kind: 'noLetter', file, isNamed: true };
      case 'extracted':
      case 'indexed':
      case 'judged':
      case 'printed':
        return null;
    }
  }

  #noteSource(file: string, { isExtracted, missing }: TextSource): void {
    if (missing !== '') this.#outcome.unread(file, missing);
    if (isExtracted) this.#extracted ??= file;
  }

  /** What a person wants to know of PDF and Word files, and a program does not. */
  #tellOfDocuments(): void {
    if (this.#extracted !== null) {
      const name = /\s/.test(this.#extracted) ? `"${this.#extracted}"` : this.#extracted;
      printFault(`lines of PDF and Word files are those of their text; “imr text ${name}” prints it`);
    }
    if (this.#documentsPassedOver > 0) {
      const files = counted(this.#documentsPassedOver, 'PDF or Word file was', 'PDF or Word files were');
      printFault(`${files} skipped: such files are read when they are named, or by a pattern such as "*.pdf"`);
    }
  }

  async #takeLetter(checked: CheckedFile): Promise<LetterReport> {
    const { file, faults, spellingFault } = checked;
    const policy = await this.#team.of(file);
    this.#team.tell(policy);
    for (const { rule, kind } of faults) {
      printError(file, `the rule ${rule} failed (${kind}); its findings are missing, please report it`);
      this.#outcome.note(PROGRAM_FAULT);
    }
    if (spellingFault !== null && this.#spellingFault === null) {
      this.#spellingFault = spellingFault;
      this.#outcome.unread('dictionaries', `spelling is not checked (${spellingFault})`);
    }
    this.#putAsides.noteLetter(checked, policy);
    const report = { ...checked.report, findings: checked.report.findings.filter(this.#isAskedFor) };
    const { baseline } = this.#options;
    if (baseline === null) {
      this.#noteFindings(report.findings);
      return report;
    }
    this.#putAsides.addToBaseline({ ...checked, report }, policy, baseline);
    return { ...report, findings: [], putAside: [...report.putAside, ...report.findings] };
  }

  #noteFindings(findings: readonly FindingReport[]): void {
    const { severity: least, maxWarnings } = this.#options.fails;
    for (const { severity } of findings) {
      if (severity === 'warning' && maxWarnings !== null) {
        if (++this.#warnings > maxWarnings) this.#outcome.note(SOMETHING_FOUND);
      } else if (least !== null && isAsGrave(severity, least)) this.#outcome.note(SOMETHING_FOUND);
    }
  }

  /** @param folders those that were checked as a whole */
  async settlePutAsides(folders: readonly string[]): Promise<void> {
    if (this.#options.baseline !== null) await this.#putAsides.writeBaseline();
    if (this.#options.prune) await this.#putAsides.prune(folders);
    else this.#putAsides.tellUnused(folders);
  }
}

const isAsGrave = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

function askedFor({ rules, severity: least }: Asked): (finding: FindingReport) => boolean {
  return ({ rule, severity }) =>
    (rules === null || rules.includes(rule)) && (least === null || isAsGrave(severity, least));
}
