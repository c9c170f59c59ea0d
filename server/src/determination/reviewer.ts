import type { Prose } from '../text/prose.ts';
import { type Found, found } from '../text/span.ts';
import type { Reviewer } from './model.ts';

export const NO_REVIEWER: Reviewer = { specialties: [], licensure: [] };

/** Reads who decided: from the block of credentials (2015 on), else from the sentence that came before it. */
export function readReviewer(howMade: Prose): Reviewer {
  const block = readCredentials(howMade);
  if (block.specialties.length > 0 || block.licensure.length > 0) return block;
  return readSentence(howMade);
}

const LICENSURE_LABEL = /States?(?:\(s\))? of Licensure ?:/i;
const SPECIALTY_LABEL = /Certifications?(?:\(s\))?(?: ?\/ ?Special(?:ty|ties|ty\(ies\)))? ?:/i;

/** 'State(s) of Licensure: California,Washington ⏎ Certification(s)/Specialty: Physical Medicine & Rehabilitation, …'. */
function readCredentials(howMade: Prose): Reviewer {
  const { text } = howMade;
  // In a letter that lost the heading of its summary, the summary runs on here.
  const summary = text.indexOf('The expert reviewer developed');
  const last = summary < 0 ? text.length : summary;
  const licensure = LICENSURE_LABEL.exec(text);
  const specialty = SPECIALTY_LABEL.exec(text);
  const end = (label: RegExpExecArray, other: RegExpExecArray | null): number =>
    other !== null && other.index > label.index ? other.index : last;
  const listOf = (label: RegExpExecArray | null, other: RegExpExecArray | null): readonly Found<string>[] =>
    label === null ? [] : readList(howMade, label.index + label[0].length, end(label, other), /[,;]/g);
  return { licensure: listOf(licensure, specialty), specialties: listOf(specialty, licensure) };
}

/**
 * 'The expert reviewer is Board Certified in A[, B], has a subspecialty in C and is licensed to practice in D and E.'
 * A subspecialty is a specialty. 'Physical Medicine and Rehabilitation' is one.
 */
const SENTENCE = new RegExp(
  '\\bis (?:also )?(?:Board[ -]?Certified|Licensed|Certified) in (?<specialty>[^.]{2,160}?)' +
    '(?:,? (?:and )?has (?:a )?(?:subspecialty|subspecialties)(?: certificate)? in (?<subspecialty>[^.]{2,120}?))?' +
    ',? and (?:he\\/she )?(?:is )?licensed to practice in (?<licensure>[^.]{2,160})',
  'di',
);

function readSentence(howMade: Prose): Reviewer {
  const places = SENTENCE.exec(howMade.text)?.indices?.groups;
  const listOf = (name: string, separator: RegExp): readonly Found<string>[] => {
    const place = places?.[name];
    return place === undefined ? [] : readList(howMade, place[0], place[1], separator);
  };
  return {
    specialties: [...listOf('specialty', /[,;]/g), ...listOf('subspecialty', /[,;]/g)],
    licensure: listOf('licensure', /[,;]|\band\b/g),
  };
}

/** A list ends before an item that reads like a sentence. */
const ITEM = /^[A-Z][A-Za-z&/'’().\- ]{1,69}$/;
const MOST_WORDS = 8;

function readList(prose: Prose, start: number, end: number, separator: RegExp): readonly Found<string>[] {
  const items: Found<string>[] = [];
  const { text } = prose;
  let from = start;
  while (from < end) {
    separator.lastIndex = from;
    const match = separator.exec(text);
    const to = match !== null && match.index < end ? match.index : end;
    const raw = prose.slice(from, to);
    const item = raw.text.endsWith('.') ? raw.slice(0, raw.length - 1) : raw;
    from = match !== null && match.index < end ? to + match[0].length : end;
    if (item.length === 0) continue;
    if (!ITEM.test(item.text) || item.text.split(' ').length > MOST_WORDS) break;
    items.push(found(item.text, item.range));
  }
  return items;
}
