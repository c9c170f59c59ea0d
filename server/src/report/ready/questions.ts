import { kindOf } from '../kinds.ts';
import type { ReadyFinding, ReadyVerdict } from './verdict.ts';

/**
 * The open findings as questions for the reviewer: plain sentences with line and words, those of substance first. Hints
 * are left out. Empty where nothing is open.
 */
export function questionsForReviewer({ caseNumber, file, open }: ReadyVerdict): string {
  const asked = open.filter(({ severity }) => severity !== 'hint');
  if (asked.length === 0) return '';
  const substance = asked.filter(({ rule }) => kindOf(rule) === 'substance');
  const wording = asked.filter(({ rule }) => kindOf(rule) === 'wording');
  const about = caseNumber === null ? file : `case ${caseNumber}`;
  const intro = `Before the letter of ${about} is issued, would you please check the following?`;
  const questions = substance.map((finding, i) => `${i + 1}. ${questionOf(finding)}`);
  const rest = wording.map((finding, i) => `${substance.length + i + 1}. ${placeOf(finding)} ${finding.message}`);
  const small = rest.length === 0 ? [] : ['Some smaller matters of wording:', ...rest];
  return `${[intro, ...questions, ...small, 'Thank you.'].join('\n\n')}\n`;
}

const placeOf = ({ part, line, issue, words }: ReadyFinding): string =>
  `${part === null ? 'Line' : `Letter ${part}, line`} ${line}${issue === null ? '' : `, issue ${issue + 1}`}, “${words}”:`;

const questionOf = (finding: ReadyFinding): string =>
  `${placeOf(finding)} ${finding.message} ${finding.severity === 'information' ? 'Is this as you mean it?' : 'Could you please let us know what it should be?'}`;
