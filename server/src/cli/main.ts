import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { SEVERITIES, type Severity } from '../rules/support/rule.ts';
import { check } from './check.ts';
import { extract } from './extract.ts';

/** 0 nothing to report, 1 something found, 2 the command could not do its work. */
const COULD_NOT_WORK = 2;

const format = (): Option =>
  new Option('-f, --format <format>', 'for people or for programs').choices(['text', 'json']).default('text');

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
  .addOption(format())
  .action(async (files: string[], options: { format: 'text' | 'json' }) => {
    process.exitCode = await extract(files, options);
  });

program
  .command('check')
  .description('print what is wrong with the letters')
  .argument('<files...>', 'letters: files, folders or patterns such as "letters/*.txt"')
  .addOption(format())
  .addOption(
    new Option('--fail-on <severity>', 'the least severity that makes the exit status 1')
      .choices(SEVERITIES)
      .default('information'),
  )
  .option('--strict', 'a file that is no letter is an error')
  .action(async (files: string[], options: { format: 'text' | 'json'; failOn: Severity; strict?: boolean }) => {
    process.exitCode = await check(files, { ...options, strict: options.strict === true });
  });

program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT_WORK;
});
