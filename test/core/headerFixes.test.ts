import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../server/src/checking/check.ts';
import { fixesOf, type Rule } from '../../server/src/checking/rule.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import headerField from '../../server/src/rules/header-field.ts';
import impossibleDate from '../../server/src/rules/impossible-date.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { letter } from './fixtures/letters.ts';

const LETTER = letter('d3-single');
const RUNNING_HEAD = 'Final Determination Letter for IMR Case Number';

/** The titles of the fixes that a rule offers for its first finding. */
function offered(rule: Rule, source: string): readonly string[] {
  const [first] = checkDetermination(parseDetermination(source), [rule]);
  expect(first, 'there is a finding').toBeDefined();
  return first === undefined ? [] : fixesOf(first).map(({ title }) => title);
}

const changed = (from: string, to: string): string => {
  expect(LETTER).toContain(from);
  return LETTER.replace(from, to);
};

describe('what was meant by a field of the header', () => {
  it.each([
    ['a letter for a figure', 'CM16-O912345', '', 'CM16-0912345'],
    ['a small l, and a blank', 'CMl6-09 12345', '', 'CM16-0912345'],
    ['a figure lost, which the running head has', 'CM16-091234', `${RUNNING_HEAD} CM16-0912345    2`, 'CM16-0912345'],
  ])('is offered for a case number with %s', (_, written, head, meant) => {
    const source = changed('CM16-0912345', written).replace(/(?=^ *CLINICAL CASE SUMMARY)/m, `${head}\n`);
    expect(offered(headerField, source)).toEqual([`Change “${written}” to “${meant}”`]);
  });

  it.each([
    ['a figure lost, and no running head', 'CM16-091234', ''],
    ['another number in the running head', 'CM16-O912345', `${RUNNING_HEAD} CM16-0777001    2`],
  ])('nobody can say: %s', (_, written, head) => {
    const source = changed('CM16-0912345', written).replace(/(?=^ *CLINICAL CASE SUMMARY)/m, `${head}\n`);
    expect(offered(headerField, source)).toEqual([]);
  });

  it.each([
    ['the summary has the injury’s day', '10/19/2016', '10/19/20l6', '10/19/2016'],
    ['the summary has the denial’s day', '11/28/2016', '11/28/216', '11/28/2016'],
    ['but one year lies between the steps', '12/09/2016', '12/09/216', '12/09/2016'],
    ['but one year comes after the steps', '01/11/2017', '01/11/20l7', '01/11/2017'],
    ['a separator is lost', '12/02/2016', '12/022016', '12/02/2016'],
  ])('is offered where %s', (_, from, written, meant) => {
    const source = changed(from, written);
    expect(offered(headerField, source)).toEqual([`Change “${written}” to “${meant}”`]);
  });

  it.each([
    ['no such day', '12/09/2016', '12/32/2016'],
    ['an injury on another day than the summary’s', '10/19/2016', '10/17/20l6'],
    ['a blank to fill in', '12/09/2016', 'TBD'],
  ])('nobody can say: %s', (_, from, written) => {
    expect(offered(headerField, changed(from, written))).toEqual([]);
  });
});

describe('what was meant by a date in the text', () => {
  it.each([
    ['11-16-20116', '11-16-2016'],
    ['11-l6-2016', '11-16-2016'],
    ['11//16/2016', '11/16/2016'],
  ])('%s is %s, as no other day lies between injury and decision', (written, meant) => {
    expect(offered(impossibleDate, changed('11-16-2016', written))).toEqual([`Change “${written}” to “${meant}”`]);
  });

  it.each(['11-31-2016', '1/116/2016'])('%s may be several days', (written) => {
    expect(offered(impossibleDate, changed('11-16-2016', written))).toEqual([]);
  });
});

it('a fix of the header leaves no finding where there was one', () => {
  const before = checkDetermination(parseDetermination(LETTER), RULES).length;
  for (const [from, written] of [
    ['CM16-0912345', 'CM16-O912345'],
    ['10/19/2016', '10/19/20l6'],
    ['12/09/2016', '12/09/216'],
    ['Decision Date', 'Decison Date'],
  ] as const) {
    const source = changed(from, written);
    const [first] = checkDetermination(parseDetermination(source), [headerField]);
    const [edit] = first === undefined ? [] : (fixesOf(first)[0]?.edits ?? []);
    if (edit === undefined) throw new Error(`There is no fix for ${written}.`);
    const repaired = source.slice(0, edit.span.start) + edit.newText + source.slice(edit.span.end);
    expect(repaired).toBe(LETTER);
    expect(checkDetermination(parseDetermination(repaired), RULES)).toHaveLength(before);
  }
});
