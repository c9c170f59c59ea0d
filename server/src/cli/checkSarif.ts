import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import type { Report, Rule, Severity } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import { RULES } from '../rules/index.ts';
import { FINGERPRINT_VERSION, fingerprint } from '../team/fingerprint.ts';
import type { Span } from '../text/span.ts';
import type { CheckedFile } from './checkedFile.ts';

/** The log of a run in SARIF 2.1.0, for the viewers and code hosts that read it. What was put aside is there as suppressed. */
export function checkSarif(letters: readonly CheckedFile[], succeeded: boolean): Log {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'imr', version, semanticVersion: version, rules: RULES.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: succeeded }],
        results: letters.flatMap(({ file, determination, sorted }) => [
          ...sorted.shown.map((report) => resultOf(file, determination, report)),
          ...sorted.putAside.map(
            (report): Result => ({
              ...resultOf(file, determination, report),
              suppressions: [{ kind: 'external', status: 'accepted' }],
            }),
          ),
        ]),
      },
    ],
  };
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function ruleOf({ name, title, basis, severity, category }: Rule): ReportingDescriptor {
  return {
    id: name,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: basis },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { category },
  };
}

const RULE_INDEXES = new Map(RULES.map(({ name }, index) => [name, index]));

function resultOf(file: string, letter: Determination, report: Report): Result {
  const { rule, severity, message, span, related = [] } = report;
  const print = fingerprint(letter, report);
  const location = (words: Span): Location => ({
    physicalLocation: { artifactLocation: artifact(file), region: region(letter, words) },
  });
  return {
    ruleId: rule.name,
    ruleIndex: RULE_INDEXES.get(rule.name) ?? -1,
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((words, id) => ({ id, ...location(words.span), message: { text: words.message } })),
    }),
    partialFingerprints: { [`imr/${FINGERPRINT_VERSION}`]: print.slice(FINGERPRINT_VERSION.length + 1) },
  };
}

/** Relative to the current folder, where a code host looks for it; absolute for a file elsewhere. */
function artifact(file: string): { uri: string; uriBaseId?: string } {
  const path = relative(process.cwd(), resolve(file));
  if (path.startsWith('..') || resolve(path) === path) return { uri: pathToFileURL(resolve(file)).href };
  return { uri: path.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** Lines and columns (UTF-16) are 1-based; the end column is behind the last character. */
function region({ text }: Determination, { start, end }: Span): object {
  const from = text.lines.positionAt(start);
  const to = text.lines.positionAt(end);
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}
