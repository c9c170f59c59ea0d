import { Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { SEVERITIES, type Severity } from '../checking/rule.ts';
import { check } from './check.ts';
import type { CheckFormat } from './checkPrinters.ts';
import { EXIT_OK, type ExitStatus, NOT_READ, PROGRAM_FAULT, tellFault } from './exitStatus.ts';
import { extract } from './extract.ts';
import { guidelines } from './guidelines.ts';
import { printFault, watchOutput } from './output.ts';
import { rules } from './rules.ts';
import { text } from './text.ts';

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
  .argument('<files...>', 'letters (text, PDF or Word): files, folders or patterns such as "letters/*.txt"')
  .addOption(format(['text', 'json']))
  .action(async (files: string[], options: { format: 'text' | 'json' }) => {
    end(await extract(files, options));
  });

program
  .command('check')
  .description('print what is wrong with the letters')
  .argument('<files...>', 'letters (text, PDF or Word): files, folders or patterns such as "letters/*.txt"')
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
    const status = await check(files, {
      format,
      failOn,
      ignore,
      ...configOf(options),
      strict: options.strict === true,
      baseline: options.writeBaseline === true ? options.reason : null,
      prune: options.prune === true,
    });
    end(status);
  });

program
  .command('text')
  .description('print the text of PDF and Word files, as the other commands read it and count its lines')
  .argument('<files...>', 'letters: files, folders or patterns such as "letters/*.pdf"')
  .action(async (files: string[]) => {
    end(await text(files));
  });

program
  .command('rules')
  .description('list the rules, with the severities that they have in the current folder')
  .addOption(format(['text', 'json']))
  .addOption(config())
  .addOption(noConfig())
  .action(async (options: ConfigFlags & { format: 'text' | 'json' }) => {
    end(await rules({ format: options.format, ...configOf(options) }));
  });

program
  .command('guidelines')
  .description('list the guideline facts that letters are held against, or those that hold all the words given')
  .argument('[words...]', 'words to look for, such as "knee" or "physical medicine 2009"')
  .addOption(format(['text', 'json']))
  .addOption(config())
  .addOption(noConfig())
  .action(async (words: string[], options: ConfigFlags & { format: 'text' | 'json' }) => {
    end(await guidelines(words.join(' '), { format: options.format, ...configOf(options) }));
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

watchOutput((code) => {
  printFault(`the output cannot be written (${code})`);
  end(NOT_READ);
});
process.on('uncaughtException', (error) => {
  tellFault(error);
  process.exit(PROGRAM_FAULT);
});

program.parseAsync().catch((error: unknown) => {
  // Commander has told what is wrong with the call.
  if (error instanceof CommanderError) return end(error.exitCode === 0 ? EXIT_OK : NOT_READ);
  tellFault(error);
  end(PROGRAM_FAULT);
});

/** What went wrong before counts: the output may fail before the work is done, or after. */
function end(status: ExitStatus): void {
  process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
}
