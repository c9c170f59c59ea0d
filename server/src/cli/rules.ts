import { join } from 'node:path';
import { RULES } from '../rules/index.ts';
import { type ExitStatus, Outcome } from './exitStatus.ts';
import { printArray, printLine } from './output.ts';
import { TeamPolicy } from './teamPolicy.ts';

export interface RulesOptions {
  readonly format: 'text' | 'json';
  readonly config?: string | false;
}

/** `imr rules`: prints the rules and the severities that they have in the current folder. Returns the exit status. */
export async function rules({ format, ...options }: RulesOptions): Promise<ExitStatus> {
  const outcome = new Outcome();
  const team = await TeamPolicy.open({ ...options, ignore: false }, outcome);
  if (team === null) return outcome.status;
  const policy = await team.of(join(process.cwd(), 'letter'));
  team.tell(policy);
  const { severities } = policy;
  const rows = RULES.map(({ name, title, category, severity }) => ({
    rule: name,
    severity: severities[name] ?? severity,
    default: severity,
    category,
    title,
  }));
  if (format === 'json') {
    printArray(rows);
    return outcome.status;
  }
  const width = Math.max(...rows.map(({ rule }) => rule.length));
  for (const { rule, severity, default: usual, title } of rows) {
    const changed = severity === usual ? '' : ` (usually ${usual})`;
    printLine(`${rule.padEnd(width)}  ${severity.padEnd('information'.length)}  ${title}${changed}`);
  }
  return outcome.status;
}
