import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import notWords from '../../../../server/src/wording/spelling/data/notWords.json' with { type: 'json' };
import { Dictionary } from '../../../../server/src/wording/spelling/dictionary.ts';
import { WordList } from '../../../../server/src/wording/spelling/wordList.ts';
import { shippedDictionary } from '../../support/dictionary.ts';

const list = (words: string): WordList => new WordList(words.split(' ').join('\n'));
const small = new Dictionary(
  list("Monday can't patients finger glove hospital in injected patient radiate radiates record refer the with"),
  list('arthrography debride lumbago patient radiculopathy'),
  'cervico-\nnon-\n-like\nrehab',
  list('patients finger glove hospital record radiate'),
);
const shipped = await shippedDictionary();

describe('knows', () => {
  it.each([
    ['a listed word, in any case', 'Patient PATIENT monday'],
    ['possessives and contractions', "patient's patients' can't can’t"],
    ['forms of medical words', 'radiculopathies debrided debriding arthrographic'],
    ['compounds', 'nonpatient glove-like hospital-record cervico-'],
    ['a word cut by a hyphen', 'radiculo-pathy'],
  ])('%s', (_, words) => {
    expect(words.split(' ').filter((word) => !small.isKnown(word))).toEqual([]);
  });

  it.each([
    ['a form that English would list', 'referred refered radiateing'],
    ['a beginning with too little behind it', 'nonthe'],
    ['a compound of which a part is unknown', 'glove-lke'],
    ['nothing like it', 'pateint rehabb'],
  ])('not: %s', (_, words) => {
    expect(words.split(' ').filter((word) => small.isKnown(word))).toEqual([]);
  });
});

describe('suggests', () => {
  it.each([
    ['pateint', 'patient'],
    ['radiculopaty', 'radiculopathy'],
    ['monay', 'Monday'],
    ['therecord', 'the record'],
  ])('%s: %s', (word, suggestion) => {
    expect(small.suggest(word)[0]).toBe(suggestion);
  });

  it('nothing where nothing is near', () => {
    expect(small.suggest('zyxwvut')).toEqual([]);
  });
});

describe('as it ships', () => {
  it.each([
    ['English', 'the patient reported that her pain radiates'],
    ['medicine', 'radiculopathy spondylolisthesis electromyography'],
    ['British spelling', 'neighbouring authorisation recognised'],
    ['drugs and abbreviations', 'cyclobenzaprine Norco gabapentin NSAIDs tizanidine semaglutide'],
    [
      'signs and tests',
      "Spurling's Hawkins Neer Phalen's Tinel's Lachman McMurray FABER Kemp's Yergason's Finkelstein's",
    ],
    ['Latin of lawyers', 'onus probandi res ipsa loquitur mutatis mutandis sub silentio arguendo'],
    ['words of IMR letters', 'MAXIMUS MTUS paralumbar retrolisthesis electrodiagnostic postsurgical neurostimulators'],
    ['compounds', 'cervicothoracic musculoligamentous non-certified nonweightbearing glove-like mid-thoracic'],
  ])('knows %s', (_, words) => {
    expect(words.split(' ').filter((word) => !shipped.isKnown(word))).toEqual([]);
  });

  it.each([
    ['tendernes', 'tenderness'],
    ['neurolgoic', 'neurologic'],
    ['acupunture', 'acupuncture'],
    ['ketaprofen', 'ketoprofen'],
    ['cyclobenzeprine', 'cyclobenzaprine'],
    ['extremeties', 'extremities'],
    ['injurys', 'injury'],
    ['opiod', 'opioid'],
    ['manuever', 'maneuver'],
    ['accomodation', 'accommodation'],
  ])('%s is not a word; %s is', (word, suggestion) => {
    expect(shipped.isKnown(word)).toBe(false);
    expect(shipped.suggest(word)[0]).toBe(suggestion);
  });

  it.each([
    ['paient', 'patient'],
    ['sacal', 'sacral'],
    ['lateal', 'lateral'],
    ['painn', 'pain'],
    ['treatement', 'treatment'],
    ['nerv', 'nerve'],
  ])('%s is rather %s, which letters use, than another word as near', (word, suggestion) => {
    expect(shipped.suggest(word)[0]).toBe(suggestion);
  });

  it('does not know the slips that its lists have by mistake, and suggests none of them', () => {
    const words = notWords.words.split(' ');
    expect(words.filter((word) => shipped.isKnown(word))).toEqual([]);
    expect(words.filter((word) => shipped.suggest(word).includes(word))).toEqual([]);
  });

  it('suggests no word twice, with a capital and without', () => {
    expect(shipped.suggest('injry')).toEqual(['injury']);
  });

  it('has no word in its own list that the published lists know', async () => {
    const own = readFileSync(
      new URL('../../../../server/src/wording/spelling/data/imr-words.txt', import.meta.url),
      'utf8',
    );
    const words = own.split('\n').filter((word) => /^\p{L}/u.test(word) && !word.endsWith('-'));
    expect(words.length).toBeGreaterThan(200);
    expect(new Set(words).size).toBe(words.length);
    const published = await shippedDictionary(affixesOf(own));
    expect(words.filter((word) => published.isKnown(word))).toEqual([]);
  });
});

const affixesOf = (own: string): string => (own.match(/^(?:-.+|.+-)$/gm) ?? []).join('\n');
