import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { SEVERITIES, type Severity } from '../rules/support/rule.ts';
import { check } from './check.ts';
import type { CheckFormat } from './checkPrinters.ts';
import { extract } from './extract.ts';
import { guidelines } from './guidelines.ts';
import { rules } from './rules.ts';

/** 0 nothing to report, 1 something found, 2 the command could not do its work. */
const COULD_NOT_WORK = 2;

const format = (choices: readonly string[]): Option =>
  new Option('-f, --format <format>', 'for people or for programs').choices(choices).default('text');
const config = (): Option => new Option('--config <file>', 'the .imr.json to go by, instead of the nearest ones');
const noConfig = (): Option => new Option('--no-config', 'go by no .imr.json');

const program = new Command('imr')
  .description(
    'Reads and checks Independent Medical Review (IMR) final determination letters. Nothing leaves this machine.',
  )
  .version(version)
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

program
  .command('extract')
  .description('print what the letters say')
  .argument('<files...>', 'letters: files, folders or patterns such as "letters/*.txt"')
  .addOption(format(['text', 'json']))
  .action(async (files: string[], options: { format: 'text' | 'json' }) => {
    process.exitCode = await extract(files, options);
  });

program
  .command('check')
  .description('print what is wrong with the letters')
  .argument('<files...>', 'letters: files, folders or patterns such as "letters/*.txt"')
  .addOption(format(['text', 'json', 'sarif']))
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that makes the exit status 1')
      .choices(SEVERITIES)
      .default('information'),
  )
  .option('--strict', 'a file that is no letter is an error')
  .addOption(config())
  .addOption(noConfig())
  .option('--no-ignore', 'report what .imr-ignore.json puts aside, too')
  .option('--write-baseline', 'put aside all that is found, in .imr-ignore.json')
  .option('--reason <reason>', 'why it is put aside', 'Baseline')
  .option('--prune', 'remove entries from .imr-ignore.json that put nothing aside any more')
  .action(async (files: string[], options: CheckFlags) => {
    const { format, failOn, ignore } = options;
    process.exitCode = await check(files, {
      format,
      failOn,
      ignore,
      ...configOf(options),
      strict: options.strict === true,
      baseline: options.writeBaseline === true ? options.reason : null,
      prune: options.prune === true,
    });
  });

program
  .command('rules')
  .description('list the rules, with the severities that they have in the current folder')
  .addOption(format(['text', 'json']))
  .addOption(config())
  .addOption(noConfig())
  .action(async (options: ConfigFlags & { format: 'text' | 'json' }) => {
    process.exitCode = await rules({ format: options.format, ...configOf(options) });
  });

program
  .command('guidelines')
  .description('list the guideline facts that letters are held against, or those that hold all the words given')
  .argument('[words...]', 'words to look for, such as "knee" or "physical medicine 2009"')
  .addOption(format(['text', 'json']))
  .addOption(config())
  .addOption(noConfig())
  .action(async (words: string[], options: ConfigFlags & { format: 'text' | 'json' }) => {
    process.exitCode = await guidelines(words.join(' '), { format: options.format, ...configOf(options) });
  });

interface ConfigFlags {
  /** Neither where neither --config nor --no-config is given. */
  readonly config?: string | false;
}

interface CheckFlags extends ConfigFlags {
  readonly format: CheckFormat;
  readonly failOn: Severity;
  readonly strict?: boolean;
  readonly ignore: boolean;
  readonly writeBaseline?: boolean;
  readonly reason: string;
  readonly prune?: boolean;
}

const configOf = ({ config }: ConfigFlags): ConfigFlags => (config === undefined ? {} : { config });

// Who reads the first lines only (`imr guidelines | head`) closes the pipe: there is nothing more to say then.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : COULD_NOT_WORK));

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_WORK;
});
