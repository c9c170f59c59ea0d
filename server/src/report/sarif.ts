import type { Location, Notification, ReportingDescriptor, Result } from 'sarif';
import type { Rule, Severity } from '../checking/rule.ts';
import { RULES } from '../rules/index.ts';
import { FINGERPRINT_VERSION } from '../team/fingerprint.ts';
import type { FileReport, FindingReport, Place } from './fileReport.ts';
import type { Naming, ReportWriter } from './writer.ts';

/**
 * The log of a run in SARIF 2.1.0, for the viewers and code hosts that read it. What was put aside is there as
 * suppressed; findings have fingerprints where the reports have them. One result on each line.
 */
export function sarifWriter({ artifact }: Naming, version: string): ReportWriter {
  let isFirst = true;
  const notifications: Notification[] = [];
  const location = (file: string, place: Place): Location => ({
    physicalLocation: { artifactLocation: artifact(file), region: region(place) },
  });
  const result = (file: string, finding: FindingReport): Result => {
    const { rule, severity, message, related, fingerprint } = finding;
    return {
      ruleId: rule,
      ruleIndex: RULE_INDEXES.get(rule) ?? -1,
      level: LEVELS[severity],
      message: { text: message },
      locations: [location(file, finding)],
      ...(related.length > 0 && {
        relatedLocations: related.map((words, id) => ({
          id,
          ...location(file, words),
          message: { text: words.message },
        })),
      }),
      ...(fingerprint !== null && {
        partialFingerprints: { [`imr/${FINGERPRINT_VERSION}`]: fingerprint.slice(FINGERPRINT_VERSION.length + 1) },
      }),
    };
  };
  const element = (each: Result): string => {
    const comma = isFirst ? '\n' : ',\n';
    isFirst = false;
    return comma + JSON.stringify(each);
  };
  return {
    begin() {
      const driver = { name: 'imr', version, semanticVersion: version, rules: RULES.map(ruleOf) };
      const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' }).slice(0, -1);
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${run},"results":[`;
    },
    add(report: FileReport) {
      if (report.kind === 'unread') notifications.push(notRead(artifact(report.file), report.reason));
      if (report.kind !== 'letter') return '';
      const { file, findings, putAside, missing } = report;
      if (missing !== '') notifications.push(notRead(artifact(file), missing));
      const suppressions: Result['suppressions'] = [{ kind: 'external', status: 'accepted' }];
      return [
        ...findings.map((finding) => result(file, finding)),
        ...putAside.map((finding) => ({ ...result(file, finding), suppressions })),
      ]
        .map(element)
        .join('');
    },
    end({ succeeded }) {
      const invocation = {
        executionSuccessful: succeeded,
        ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
      };
      return [`\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`];
    },
  };
}

const notRead = (artifactLocation: ReturnType<Naming['artifact']>, reason: string): Notification => ({
  level: 'error',
  message: { text: `This file could not be read: ${reason}.` },
  locations: [{ physicalLocation: { artifactLocation } }],
});

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

const region = ({ line, column, endLine, endColumn }: Place): object => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});
