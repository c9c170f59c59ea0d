import { createReadStream } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { SEVERITIES, type Severity } from '../checking/rule.ts';
import { EXIT_OK, type ExitStatus, NOT_READ, PROGRAM_FAULT, reportFault } from './exitStatus.ts';
import { printFault, STANDARD_OUTPUT, watchOutput } from './output.ts';

/** A bundle beside this one: help and version are answered without it. */
const commands = (): Promise<typeof import('./commands.ts')> => import('./commands.ts');

const program = new Command('imr')
  .description(
    'Reads and checks Independent Medical Review (IMR) final determination letters. Nothing leaves this computer.',
  )
  .version(version)
  .exitOverride()
  .addHelpText('after', '\n“imr COMMAND --help” explains a command.');

const FILES = 'letters (text, PDF or Word): files, folders, patterns such as "letters/*.txt", or - for standard input';

const format = <T extends string>(choices: readonly T[], usual: T | undefined): Option => {
  const option = new Option('-f, --format <format>', 'output for people or for programs').choices(choices);
  return usual === undefined ? option : option.default(usual);
};
const config = (): Option => new Option('--config <file>', 'the .imr.json to use instead of the nearest ones');
const noConfig = (): Option => new Option('--no-config', 'use no .imr.json');
const noIgnore = (): Option => new Option('--no-ignore', 'also report what .imr-ignore.json puts aside');
const rule = (): Option =>
  new Option('--rule <name>', 'only this rule; may be given several times').argParser(
    (name: string, before: readonly string[] = []) => [...before, ...name.split(',')],
  );
const severity = (): Option =>
  new Option('--severity <severity>', 'only findings of at least this severity').choices(SEVERITIES);
const threads = (): Option =>
  new Option('--threads <number>', 'how many letters to work on at once').argParser(wholeNumber(1, 64));
const stdinFilename = (): Option =>
  new Option('--stdin-filename <name>', 'the name to show for a letter on standard input').default('<stdin>');

interface Formatted<T extends string> {
  readonly format: T;
}

interface ConfigFlags {
  /** Neither where neither --config nor --no-config is given. */
  readonly config?: string | false;
}

interface AskedFlags {
  readonly rule?: readonly string[];
  readonly severity?: Severity;
}

interface WorkFlags {
  readonly threads?: number;
  readonly stdinFilename: string;
}

type CheckFormat = 'text' | 'json' | 'html' | 'csv' | 'github' | 'sarif';

interface CheckFlags extends ConfigFlags, AskedFlags, WorkFlags, Formatted<CheckFormat> {
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  readonly strict?: boolean;
  readonly ignore: boolean;
  readonly writeBaseline?: boolean;
  readonly reason: string;
  readonly prune?: boolean;
  readonly ready?: boolean;
  readonly save?: boolean;
}

program
  .command('check')
  .description('print what is wrong with the letters')
  .argument('<files...>', FILES)
  .addOption(format<CheckFormat>(['text', 'json', 'html', 'csv', 'github', 'sarif'], 'text'))
  .addOption(rule())
  .addOption(severity())
  .addOption(
    new Option(
      '--fail-on <severity>',
      'the least severity that makes the exit status 1 (default: "information")',
    ).choices(SEVERITIES),
  )
  .addOption(
    new Option(
      '--max-warnings <number>',
      'up to this many warnings leave the exit status 0, as do less severe findings',
    ).argParser(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  )
  .option('--strict', 'treat a file that is not a letter as an error')
  .option(
    '--ready',
    'print whether each letter may go out: what is decided, open, put aside, and not read (text, json, html)',
  )
  .option('--save', 'with --ready: save the verdict beside the letter, as a page and as JSON')
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(noConfig())
  .addOption(noIgnore())
  .option('--write-baseline', 'put aside everything found, as “imr baseline” does')
  .option('--reason <reason>', 'why it is put aside', 'Baseline')
  .option('--prune', 'remove entries from .imr-ignore.json that no longer put anything aside')
  .addOption(threads())
  .action(async (files: string[], flags: CheckFlags, command: Command) => {
    if (flags.ready === true) return end(await judged(files, flags, command));
    if (flags.save === true) command.error('error: --save can be used only with --ready');
    const { format, failOn, maxWarnings = null, ignore, strict, prune, writeBaseline } = flags;
    const { check, ...names } = await commands();
    const status = await check(files, {
      format,
      ignore,
      ...configOf(flags),
      only: askedOf(flags, names),
      fails: { severity: failOn ?? (maxWarnings === null ? 'information' : 'warning'), maxWarnings },
      strict: strict === true,
      baseline: writeBaseline === true ? reasonOf(flags) : null,
      prune: prune === true,
      ...workOf(flags),
      output: STANDARD_OUTPUT,
    });
    end(status);
  });

/** `imr check --ready` */
async function judged(files: readonly string[], flags: CheckFlags, command: Command): Promise<ExitStatus> {
  const { format, ignore, save, stdinFilename } = flags;
  if (format !== 'text' && format !== 'json' && format !== 'html') {
    return command.error(`error: --ready prints text, json or html, not ${format}`);
  }
  // A verdict is about all that was found.
  const isOnlyPart = flags.rule !== undefined || flags.severity !== undefined;
  if (isOnlyPart || flags.writeBaseline === true || flags.prune === true) {
    return command.error('error: --ready cannot be used with --rule, --severity, --write-baseline, or --prune');
  }
  const { ready } = await commands();
  return ready(files, { format, saves: save === true, ignore, ...configOf(flags), stdinFilename });
}

program
  .command('report')
  .description('make one report about all letters: what was decided, what was found, what to look at first')
  .argument('<folders...>', 'folders of letters; files and patterns, too')
  .addOption(format(['html', 'csv', 'sarif', 'json'], undefined))
  .option('-o, --output <file>', 'the file to write; its extension chooses the format')
  .addOption(rule())
  .addOption(severity())
  .addOption(config())
  .addOption(noConfig())
  .addOption(noIgnore())
  .addOption(threads())
  .action(async (folders: string[], flags: ReportFlags) => {
    const { format = null, output = null, ignore, threads = null } = flags;
    const { report, ...names } = await commands();
    end(await report(folders, { format, output, ignore, ...configOf(flags), only: askedOf(flags, names), threads }));
  });

interface ReportFlags extends ConfigFlags, AskedFlags {
  readonly format?: 'html' | 'csv' | 'sarif' | 'json';
  readonly output?: string;
  readonly ignore: boolean;
  readonly threads?: number;
}

program
  .command('precedents')
  .description('print what other letters decided about the same treatment, and how such requests fared')
  .argument('<file:line>', 'a letter and a line of the issue, such as letter.txt:52')
  .argument('<folders...>', 'where to look: folders, files, patterns')
  .addOption(format<'text' | 'json'>(['text', 'json'], 'text'))
  .addOption(threads())
  .action(async (place: string, folders: string[], { format, threads }: PrecedentsFlags) => {
    end(await (await commands()).precedents(place, folders, { format, threads: threads ?? null }));
  });

interface PrecedentsFlags extends Formatted<'text' | 'json'> {
  readonly threads?: number;
}

program
  .command('extract')
  .description('print what the letters say')
  .argument('[files...]', FILES)
  .addOption(format<ExtractFlags['format']>(['text', 'json', 'ndjson', 'csv'], 'text'))
  .option(
    '--explain',
    'say why each value was read so: the words, and what was computed from them (text, json, ndjson)',
  )
  .option(
    '--from-list <file>',
    'read the names of letters from this file, one on each line, or from - for standard input',
  )
  .addOption(stdinFilename())
  .addOption(threads())
  .action(async (files: string[], flags: ExtractFlags, command: Command) => {
    const { format, fromList, explain: explains = false } = flags;
    if ((fromList === undefined) === (files.length === 0)) {
      command.error('error: name the letters, or a list of them with --from-list');
    }
    const { extract, extractListed } = await commands();
    if (fromList === undefined) return end(await extract(files, { format, explains, ...workOf(flags) }));
    const list = fromList === '-' ? process.stdin : createReadStream(fromList);
    end(await extractListed(list, fromList, { format, explains }));
  });

interface ExtractFlags extends WorkFlags, Formatted<'text' | 'json' | 'ndjson' | 'csv'> {
  readonly fromList?: string;
  readonly explain?: boolean;
}

program
  .command('baseline')
  .description('put aside everything found now, in .imr-ignore.json: from then on only new findings are reported')
  .argument('<files...>', FILES)
  .option('--reason <reason>', 'why it is put aside', 'Baseline')
  .addOption(rule())
  .addOption(severity())
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(noConfig())
  .addOption(threads())
  .action(async (files: string[], flags: BaselineFlags) => {
    const { check, ...names } = await commands();
    const status = await check(files, {
      format: 'text',
      ignore: true,
      ...configOf(flags),
      only: askedOf(flags, names),
      fails: { severity: null, maxWarnings: null },
      strict: false,
      baseline: reasonOf(flags),
      prune: false,
      ...workOf(flags),
      output: STANDARD_OUTPUT,
    });
    end(status);
  });

interface BaselineFlags extends ConfigFlags, AskedFlags, WorkFlags {
  readonly reason: string;
}

program
  .command('text')
  .description('print the text of PDF and Word files, as the other commands read it and count its lines')
  .argument('<files...>', 'letters: files, folders, patterns such as "letters/*.pdf", or - for standard input')
  .addOption(stdinFilename())
  .action(async (files: string[], { stdinFilename }: WorkFlags) => {
    end(await (await commands()).text(files, stdinFilename));
  });

program
  .command('export')
  .description('make a Word or HTML file of each letter, beside it')
  .argument('<files...>', FILES)
  .addOption(new Option('--to <format>', 'what to make').choices(['docx', 'html']).makeOptionMandatory())
  .option('--with-findings', 'include the findings, as comments in Word or in the margin of the page')
  .option('-o, --output <file>', 'the file to write, for one letter; - for standard output')
  .option('--force', 'replace a file that is there already')
  .addOption(stdinFilename())
  .addOption(config())
  .addOption(noConfig())
  .addOption(noIgnore())
  .action(async (files: string[], flags: ExportFlags) => {
    const { to, output = null, withFindings, force, ignore, stdinFilename } = flags;
    const { exportLetters } = await commands();
    const status = await exportLetters(files, {
      to,
      withFindings: withFindings === true,
      output,
      mayReplace: force === true,
      ignore,
      ...configOf(flags),
      stdinFilename,
    });
    end(status);
  });

interface ExportFlags extends ConfigFlags {
  readonly to: 'docx' | 'html';
  readonly withFindings?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly ignore: boolean;
  readonly stdinFilename: string;
}

program
  .command('explain')
  .description('print what a rule reports, what it leaves alone, and what to do')
  .argument('<rule>', 'its name, as “imr rules” and each finding give it')
  .action(async (rule: string) => {
    end(await (await commands()).explain(rule));
  });

program
  .command('explain-sentence')
  .description('print how a sentence of a rationale is understood: its clauses, what it says of the treatment, and why')
  .argument('<sentence>', 'one sentence, or several that belong together')
  .option('--treatment <words>', 'the treatment in dispute, as its heading names it', '')
  .addOption(format(['text', 'json'], 'text'))
  .action(async (sentence: string, options: { readonly format: 'text' | 'json'; readonly treatment: string }) => {
    end((await commands()).explainSentence(sentence, options));
  });

program
  .command('rules')
  .description('list the rules, with their severities in the current folder')
  .addOption(format(['text', 'json'], 'text'))
  .addOption(config())
  .addOption(noConfig())
  .action(async (flags: ConfigFlags & Formatted<'text' | 'json'>) => {
    end(await (await commands()).rules({ format: flags.format, ...configOf(flags) }));
  });

program
  .command('guidelines')
  .description('list the guideline facts that letters are checked against, or those that contain all the words given')
  .argument('[words...]', 'words to look for, such as "knee" or "physical medicine 2009"')
  .addOption(format(['text', 'json'], 'text'))
  .addOption(config())
  .addOption(noConfig())
  .action(async (words: string[], flags: ConfigFlags & Formatted<'text' | 'json'>) => {
    end(await (await commands()).guidelines(words.join(' '), { format: flags.format, ...configOf(flags) }));
  });

for (const command of program.commands) command.version(version);

const configOf = ({ config }: ConfigFlags): ConfigFlags => (config === undefined ? {} : { config });

const workOf = ({
  threads,
  stdinFilename,
}: WorkFlags): { readonly threads: number | null; readonly stdinFilename: string } => ({
  threads: threads ?? null,
  stdinFilename,
});

function askedOf(
  { rule, severity }: AskedFlags,
  { isRule, noSuchRule }: Pick<typeof import('./commands.ts'), 'isRule' | 'noSuchRule'>,
): { readonly rules: readonly string[] | null; readonly severity: Severity | null } {
  const unknown = rule?.find((name) => !isRule(name));
  if (unknown !== undefined) program.error(`error: ${noSuchRule(unknown)}`);
  return { rules: rule ?? null, severity: severity ?? null };
}

function reasonOf({ reason }: { readonly reason: string }): string {
  if (reason.trim() === '') program.error('error: --reason must say why; it is what others of the team will read');
  return reason;
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Use a whole number of at least ${least}.`);
  };
}

watchOutput((code) => {
  printFault(`the output could not be written (${code})`);
  end(NOT_READ);
});
process.on('uncaughtException', (error) => {
  reportFault(error);
  process.exit(PROGRAM_FAULT);
});

program.parseAsync().catch((error: unknown) => {
  // Commander has said what is wrong with the call.
  if (error instanceof CommanderError) return end(error.exitCode === 0 ? EXIT_OK : NOT_READ);
  reportFault(error);
  end(PROGRAM_FAULT);
});

/** What went wrong before counts: the output may fail before the work is done, or after. */
function end(status: ExitStatus): void {
  process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
}
