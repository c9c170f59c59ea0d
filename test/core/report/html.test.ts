import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../server/src/report/html.ts';

describe('what is put into HTML', () => {
  it('is text, whatever it says', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '!', '-', 'script', 'x', ' ', '='),
    });
    fc.assert(
      fc.property(hostile, (words) => {
        const made = html`<b title="${words}">${words}</b>`.html;
        const [, title, content] = /^<b title="([^"<>]*)">([^<>]*)<\/b>$/.exec(made) ?? [];
        expect([title, content].map(read)).toEqual([words, words]);
      }),
    );
  });

  it('cannot turn what comes after, or hold what a page cannot', () => {
    expect(html`${'a\u202eb\0c\x1b[31m'}`.html).toBe('a\\u202eb\\u0000c\\u001b[31m');
  });

  it('is left as it is where it was made here', () => {
    expect(html`<ul>${['a', '<b>'].map((each) => html`<li>${each}</li>`)}</ul>${null}${12}`.html).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul>12',
    );
  });
});

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** As a browser reads it. A bare ampersand is left, and is then no escaped one. */
const read = (made = ''): string => made.replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => CHARACTERS[name] ?? '');
