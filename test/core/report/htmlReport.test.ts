import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { htmlWriter } from '../../../server/src/report/htmlReport.ts';
import { LETTER_WITH_FINDINGS } from '../../support/letters.ts';
import { finding, letter, RUN, reportOf, written } from './support.ts';

const page = (reports: Parameters<typeof written>[1], opensLetters = false): string =>
  written(htmlWriter({ about: 'letters', opensLetters }), reports);

/** What an element of the page holds. */
const contentOf = (html: string, element: string): string =>
  new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(html)?.[1] ?? '';

describe('the page of a report', () => {
  const html = page([reportOf('letters/a.txt', LETTER_WITH_FINDINGS)]);

  it('obeys no style and no script but its own, and loads nothing', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#39;', "'");
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(contentOf(html, 'style'))} ${hash(contentOf(contentOf(html, 'noscript'), 'style'))}`,
      `script-src ${hash(contentOf(html, 'script'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/\b(?:src|action|data|poster)=|href="(?!#)|url\(|@import|https?:|\bstyle="|\bon\w+="/);
  });

  it('says what was decided and found', () => {
    expect(html).toContain('>MRI of the left knee</bdi>: <span class="decision">No decision</span>');
    expect(html).toMatch(/<span class="error">error<\/span>, <bdi>line 14<\/bdi>, issue 1: .*missing-decision/);
    expect(html).toContain('1 letter in <bdi>letters</bdi>, checked on 2026-03-14 with imr 1.2.3');
  });

  it('calls files by their names in the folder that they all lie in', () => {
    const files = ['work/2016/a.txt', 'work/2016/b/c.txt', 'work/2017/a.txt'];
    const names = [...page(files.map((file) => letter({ file }))).matchAll(/<th scope="row"><bdi>([^<]*)/g)];
    expect(names.map(([, name]) => name)).toEqual(['Imaging', '2016/a.txt', '2016/b/c.txt', '2017/a.txt'].slice(1));
  });

  it('takes no words of a letter, and no name of a file, for its own', () => {
    const hostile = `"><img src=x onerror=alert(1)></script><script>alert(2)</script><!--'`;
    const made = page([
      letter({
        file: hostile,
        caseNumber: hostile,
        issues: [{ line: 1, treatment: hostile, category: 'other', decision: null, conclusion: 'none' }],
        findings: [finding({ message: hostile, severity: 'error' })],
      }),
      { kind: 'unread', file: hostile, reason: 'it is not text' },
    ]);
    expect(made).not.toContain('<img');
    expect(made.match(/<script/g)).toHaveLength(1);
    expect(made.match(/<!--/g)).toBeNull();
  });

  it('opens letters only where somebody can', () => {
    expect(html).not.toContain('data-open="');
    expect(page([letter({ file: 'a "b".txt', findings: [finding({ line: 9, column: 4 })] })], true)).toContain(
      '<button type="button" class="plain place" data-open="a &quot;b&quot;.txt" data-line="9" data-column="4">',
    );
  });

  it('is made without letters, too', () => {
    const empty = written(htmlWriter({ about: 'letters', opensLetters: false }), [], RUN);
    expect(empty).toContain('0 letters in');
    expect(empty).not.toContain('NaN');
  });
});
