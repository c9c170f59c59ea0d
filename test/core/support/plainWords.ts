/** Words that a reader trips over, and what to write in their place. */
type Unwanted = readonly (readonly [RegExp, string])[];

/** In no text of the project, comments included: words for what plain English says in others. */
const EVERYWHERE: Unwanted = [
  [/\bbehind\b/i, 'after'],
  [/\b(?:tells?|told|telling)\b/i, 'says, shows'],
  [/\b(?:stands?|standing)\b(?! for\b)/i, 'is'],
  [/\bspeaks? of\b/i, 'says, mentions'],
  [/\b(?:is|are) none of\b/i, 'is not one of'],
  [/\bslips? of the pen\b/i, 'a typing error'],
  [/\brests? on\b/i, 'relies on'],
  [/\bground of appeal\b/i, 'ground for appeal'],
  [/\bas good as\b/i, 'nearly'],
];

/** In nothing that is shown to users, either: words of programmers and grammarians, and stiff ones. */
const TO_USERS: Unwanted = [
  ...EVERYWHERE,
  [/\bis no (?:day|date|number|priority|case|page|section)\b/, 'is not a …'],
  [/\bno word list\b/, 'Possible misspelling'],
  [/\blacks? (?:the|its)\b/, 'is missing'],
  [/\bdecides nothing\b/, 'is not a decision'],
  [/\bwhere a figure\b|\b\d+ figures\b/, 'digit'],
  [/\bthe form for (?:one|several)\b/, 'is plural: use “…”'],
  [/\banother [^.,;:|]* than\b/, 'a different …'],
];

/** In no message, either. (A command asks for a case number, and a page says that visits are too many.) */
const IN_MESSAGES: Unwanted = [
  ...TO_USERS,
  [/\basks? for\b/, 'needs, requests'],
  [/\bbelongs? here\b|\btoo many\b/, 'Use “…”; Remove “…”'],
  [/--|[‘"](?!\w)/, 'curly quotation marks'],
];

const UNWANTED = { comment: EVERYWHERE, page: TO_USERS, message: IN_MESSAGES };

/** How much of a text a message about it shows to either side. In characters. */
const SHOWN = 40;

/**
 * What is wrong with the words of a text, each with what to write instead: “‘rests on’: write ‘relies on’, in: …”.
 * Words in quotation marks are not its own.
 */
export function faultsOf(kind: keyof typeof UNWANTED, text: string): readonly string[] {
  const own = text.replace(/“[^“”]*”/g, '“”').replace(/`[^`]*`/g, '``');
  return UNWANTED[kind].flatMap(([pattern, better]) => {
    const match = pattern.exec(own);
    return match === null ? [] : [`“${match[0]}”: write “${better}”, in: ${around(own, match.index, match[0].length)}`];
  });
}

/** The words around a place, none of them cut. */
function around(text: string, index: number, length: number): string {
  const before = text.slice(0, index);
  const after = text.slice(index + length);
  const from = before.length > SHOWN ? before.lastIndexOf(' ', before.length - SHOWN) + 1 : 0;
  const gap = after.indexOf(' ', SHOWN);
  const to = gap < 0 ? text.length : index + length + gap;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}
