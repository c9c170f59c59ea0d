import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../server/src/language/lexicon/english.ts';
import { Lexicon } from '../../../server/src/language/lexicon/lexicon.ts';
import type { PlacedPassage } from '../../../server/src/language/placed.ts';
import type { Passage } from '../../../server/src/language/reading.ts';
import { Stretches } from '../../../server/src/language/stretches.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import type { Prose } from '../../../server/src/text/prose.ts';
import type { Span } from '../../../server/src/text/span.ts';

const lexicon = new Lexicon(Object.values(ENGLISH));

/** A letter that is divided at its numbers. */
class Divided {
  readonly source: string;
  readonly prose: Prose;
  readonly stretches: Stretches;

  constructor(source: string, former?: Divided) {
    this.source = source;
    this.prose = new LetterText(source).prose;
    this.stretches = new Stretches(this.prose);
    this.stretches.divide(Array.from(this.prose.text.matchAll(/\d/g), ({ index }) => index));
    if (former !== undefined) this.stretches.follow(former.stretches);
  }

  /** The passage of some words. */
  at(words: string): PlacedPassage {
    const start = this.prose.text.indexOf(words);
    return this.stretches.passage(this.prose.slice(start, start + words.length), lexicon);
  }

  written({ start, end }: Span): string {
    return this.source.slice(start, end);
  }
}

/** Counts how often it reads. */
function counting() {
  const read: string[] = [];
  return {
    read,
    words: (passage: Passage): string => {
      const words = passage.reading.tokens.slice(passage.first, passage.end);
      read.push(words);
      return words;
    },
    span: (passage: PlacedPassage): Span => {
      const span = passage.span(passage);
      read.push(passage.prose(passage).text);
      return span;
    },
  };
}

const SOURCE = 'Before. 1 The knee hurts. 2 The hip is fine. 3 The knee hurts.';

describe('the stretches of a letter', () => {
  it('are read by themselves', () => {
    const letter = new Divided(SOURCE);
    const knee = letter.at('knee');
    expect(knee.reading.tokens.text).toBe('1 The knee hurts.');
    expect(letter.written(knee.span(knee))).toBe('knee');
    expect(knee.prose(knee).text).toBe('knee');
    expect(knee.reading.tokens.written(knee.first - 3)).toBe('');
    expect(letter.stretches.all(lexicon).map(({ reading }) => reading.tokens.text)).toEqual([
      'Before.',
      '1 The knee hurts.',
      '2 The hip is fine.',
      '3 The knee hurts.',
    ]);
  });

  it('are read together where a piece reaches over several', () => {
    const letter = new Divided(SOURCE);
    const both = letter.at('hurts. 2 The hip');
    expect(both.reading.tokens.text).toBe(SOURCE);
    expect(letter.written(both.span(both))).toBe('hurts. 2 The hip');
  });

  it('are divided before they are read', () => {
    const letter = new Divided(SOURCE);
    letter.at('knee');
    expect(() => letter.stretches.divide([3])).toThrow('before it was divided');
  });

  it('give an unknown word one number in all of them', () => {
    const letter = new Divided('1 The Zwiebel hurts. 2 No zwiebel. 3 Kohl.');
    const numberAt = (words: string): number => letter.at(words).reading.tokens.word(letter.at(words).first);
    expect(numberAt('zwiebel')).toBe(numberAt('Zwiebel'));
    expect(numberAt('Kohl')).not.toBe(numberAt('Zwiebel'));
  });
});

describe('a later version', () => {
  it('keeps what was read of the same words, wherever they are now', () => {
    const { read, words, span } = counting();
    const former = new Divided(SOURCE);
    for (const each of ['Before', 'knee', 'hip']) {
      former.at(each).get(words);
      former.at(each).once(span);
    }
    read.length = 0;
    const later = new Divided(SOURCE.replace('Before.', 'Long before that.').replace('fine', 'sore'), former);
    expect(later.at('knee').get(words)).toBe('knee');
    expect(later.written(later.at('knee').once(span))).toBe('knee');
    expect(read).toEqual([]);
    expect(later.at('hip').get(words)).toBe('hip');
    expect(later.written(later.at('hip').once(span))).toBe('hip');
    expect(read).toEqual(['hip', 'hip']);
  });

  it('reads anew where the blanks between the words are others, but not what knows no place', () => {
    const { read, words, span } = counting();
    const former = new Divided(SOURCE);
    former.at('knee hurts').get(words);
    former.at('knee hurts').once(span);
    const later = new Divided(SOURCE.replace('knee hurts', 'knee   hurts'), former);
    later.at('knee hurts').get(words);
    expect(read).toHaveLength(2);
    expect(later.written(later.at('knee hurts').once(span))).toBe('knee   hurts');
    expect(read).toHaveLength(3);
  });

  it('reads anew where a paragraph ends at another place', () => {
    const former = new Divided('1 He fell. He\n\n\nrose. 2 So.');
    const [rose, so] = [former.at('rose').reading, former.at('So').reading];
    const later = new Divided('1 He fell.\n\n\nHe rose. 2 So.', former);
    expect(later.at('rose').reading).not.toBe(rose);
    expect(later.at('So').reading).toBe(so);
  });

  it('keeps what an earlier one read, where one was never asked', () => {
    const { read, span } = counting();
    const first = new Divided(SOURCE);
    first.at('knee').once(span);
    const second = new Divided(`Now. ${SOURCE}`, first);
    const third = new Divided(`And now. ${SOURCE}`, second);
    expect(third.written(third.at('knee').once(span))).toBe('knee');
    // Asked about other words alone.
    third.at('hip').once(span);
    const fourth = new Divided(`Then. ${SOURCE}`, third);
    expect(fourth.written(fourth.at('knee').once(span))).toBe('knee');
    expect(read).toEqual(['knee', 'hip']);
  });

  it('reads anew what depends on something else', () => {
    const read: string[] = [];
    const reader = (passage: PlacedPassage, of: string): string => {
      read.push(of);
      return `${of} ${passage.prose(passage).text}`;
    };
    const former = new Divided(SOURCE);
    expect(former.at('knee').onceOf(reader, 'left', 'left')).toBe('left knee');
    const later = new Divided(`Now. ${SOURCE}`, former);
    expect(later.at('knee').onceOf(reader, 'left', 'left')).toBe('left knee');
    expect(later.at('knee').onceOf(reader, 'right', 'right')).toBe('right knee');
    expect(read).toEqual(['left', 'right']);
  });

  it('reads anew after more unknown words than anybody types', () => {
    const many = Array.from(
      { length: 20_001 },
      (_, i) => `Q${i.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}z`,
    );
    const former = new Divided(`1 The knee hurts. 2 ${many.join(' ')}.`);
    const knee = former.at('knee').reading;
    former.at('Qqz');
    expect(new Divided('1 The knee hurts. 2 So.', former).at('knee').reading).not.toBe(knee);
  });

  it('does not keep a long letter’s text for a piece of it', () => {
    const long = `1 The knee hurts. 2 ${'So it is. '.repeat(11_000)}`;
    const letter = new Divided(long);
    // Equal words are one string or two: what counts is that the words are right.
    expect(letter.at('knee').reading.tokens.text).toBe('1 The knee hurts.');
    const later = new Divided(`Now. ${long}`, letter);
    expect(later.at('knee').reading).toBe(letter.at('knee').reading);
  });
});
