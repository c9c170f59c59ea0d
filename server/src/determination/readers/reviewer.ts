import { type Everywhere, everywhere } from '../../text/pattern.ts';
import type { Prose } from '../../text/prose.ts';
import { type Found, found } from '../../text/span.ts';
import type { Lack, Reviewer } from '../model/determination.ts';

const ABSENT: Lack = { kind: 'absent' };

export const NO_REVIEWER: Reviewer = {
  specialties: [],
  licensure: [],
  lacks: { specialty: ABSENT, licensure: ABSENT },
};

/** Reads who decided: from the block of credentials (2015 on), else from the sentence that came before it. */
export function readReviewer(howMade: Prose): Reviewer {
  const section = howMade.slice(0, startOfSummary(howMade.text));
  const block = readCredentials(section);
  const { specialties, licensure } =
    block.specialties.length > 0 || block.licensure.length > 0 ? block : readSentence(section);
  const lackOf = (list: readonly Found<string>[], label: RegExp, words: RegExp): Lack | null =>
    list.length > 0 ? null : lackIn(section, label, words);
  return {
    specialties,
    licensure,
    lacks: {
      specialty: lackOf(specialties, SPECIALTY_LABEL, SPECIALTY_WORDS),
      licensure: lackOf(licensure, LICENSURE_LABEL, LICENSURE_WORDS),
    },
  };
}

/** In a letter that lost the heading of its summary, the summary runs on in this section. */
function startOfSummary(text: string): number {
  const start = text.indexOf('The expert reviewer developed');
  return start < 0 ? text.length : start;
}

const LICENSURE_LABEL = /States?(?:\(s\))? of Licensure ?:/i;
const SPECIALTY_LABEL = /Certifications?(?:\(s\))?(?: ?\/ ?Special(?:ty|ties|ty\(ies\)))? ?:/i;
const LABELS = [LICENSURE_LABEL, SPECIALTY_LABEL];

/** Words that may say it, in whatever way. */
const LICENSURE_WORDS = /\blicen[cs]|\blicensure\b|\bregistered in\b|\badmitted to practice\b/i;
const SPECIALTY_WORDS =
  /\bboard[ -]|\bcertif|\bspeciali[sz]|\bspecialty\b|\bspecialties\b|\bdiplomate\b|\bfellow(?:ship)?\b|\bresidency\b|\bpractic(?:es|ing) (?:in )?\w+ (?:medicine|surgery)\b|\b(?:surgeon|physiatrist|psychiatrist|psychologist|chiropractor|neurologist|internist|anesthesiologist)\b/i;
/** The letter's own sentence of how reviewers are chosen. */
const CHOSEN = everywhere(/\b(?:the same or )?similar specialties that evaluate\b/i);

function lackIn(section: Prose, label: RegExp, words: RegExp): Lack {
  const { text } = section;
  const match = label.exec(text);
  if (match === null) return words.test(CHOSEN.replaceIn(text, '')) ? { kind: 'unread' } : ABSENT;
  const end = match.index + match[0].length;
  const others = LABELS.filter((each) => each !== label).map((each) => each.exec(text)?.index ?? text.length);
  const next = Math.min(text.length, ...others.filter((index) => index >= end));
  return /[a-z]/i.test(text.slice(end, next))
    ? { kind: 'unread' }
    : { kind: 'blank', label: section.span(match.index, end) };
}

type Lists = Pick<Reviewer, 'specialties' | 'licensure'>;

/** 'State(s) of Licensure: California,Washington ⏎ Certification(s)/Specialty: Physical Medicine & Rehabilitation, …'. */
function readCredentials(section: Prose): Lists {
  const { text } = section;
  const licensure = LICENSURE_LABEL.exec(text);
  const specialty = SPECIALTY_LABEL.exec(text);
  const listOf = (label: RegExpExecArray | null, other: RegExpExecArray | null): readonly Found<string>[] => {
    if (label === null) return [];
    const start = label.index + label[0].length;
    const next = other !== null && other.index > label.index ? other.index : text.length;
    return readList(section, start, Math.min(next, endOfValue(section, start)), COMMA);
  };
  return { licensure: listOf(licensure, specialty), specialties: listOf(specialty, licensure) };
}

/** A paragraph apart is not a part of a label's value; the value may be one itself. */
function endOfValue(section: Prose, start: number): number {
  for (const { index, kind } of section.paragraphBreaks(start - 1)) {
    const goesOn = /^$|[,;&]$/.test(section.text.slice(Math.max(start, index - 8), index).trim());
    if (!goesOn && kind !== 'page') return index;
  }
  return section.length;
}

/**
 * 'The expert reviewer is Board Certified in A[, B], has a subspecialty in C and is licensed to practice in D and E.'
 * A subspecialty is a specialty. 'Physical Medicine and Rehabilitation' is one. The license may be missing.
 */
const SENTENCE = new RegExp(
  '\\bis (?:also )?(?:Board[ -]?Certified|(?<licensed>Licensed)|Certified) in (?<specialty>(?:(?! (?:has|is|was) )[^.]){2,160}?)' +
    '(?:,? (?:and )?has (?:a )?(?:subspecialty|subspecialties)(?: certificate)? in (?<subspecialty>[^.]{2,120}?))?' +
    '(?:,? and (?:he\\/she )?(?:is )?licensed to practice in (?<licensure>[^.]{2,160})|(?=\\.|$))',
  'di',
);

function readSentence(howMade: Prose): Lists {
  const places = SENTENCE.exec(howMade.text)?.indices?.groups;
  // 'Is licensed in Nevada' gives no specialty.
  if (places?.['licensed'] !== undefined && places['licensure'] === undefined)
    return { specialties: [], licensure: [] };
  const listOf = (name: string, separator: Everywhere): readonly Found<string>[] => {
    const place = places?.[name];
    return place === undefined ? [] : readList(howMade, place[0], place[1], separator);
  };
  return {
    specialties: [...listOf('specialty', COMMA), ...listOf('subspecialty', COMMA)],
    licensure: listOf('licensure', COMMA_OR_AND),
  };
}

const COMMA = everywhere(/[,;]/);
const COMMA_OR_AND = everywhere(/[,;]|\band\b/);

/** A list ends before an item that reads like a sentence. */
const ITEM = /^[A-Z][A-Za-z&/'’().\- ]{1,69}$/;
const MOST_WORDS = 8;

function readList(prose: Prose, start: number, end: number, separator: Everywhere): readonly Found<string>[] {
  const items: Found<string>[] = [];
  const { text } = prose;
  let from = start;
  while (from < end) {
    const match = separator.first(text, from, end);
    const to = match?.index ?? end;
    const raw = prose.slice(from, to);
    const item = raw.text.endsWith('.') ? raw.slice(0, raw.length - 1) : raw;
    from = match === null ? end : to + match[0].length;
    if (item.length === 0) continue;
    if (!ITEM.test(item.text) || item.text.split(' ').length > MOST_WORDS) break;
    items.push(found(item.text, item.range));
  }
  return items;
}
