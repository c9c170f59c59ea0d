/** A term of a vocabulary as it stands in a text. Indexes are into that text. */
export interface Mention<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** A word of a text, ready to be looked up. */
interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case and without its plural ending. */
  readonly stem: string;
}

interface Term<T> {
  readonly value: T;
  /** Set for short terms of capitals ('PT', 'LE', 'ER'): only capitals match them, as small letters spell another word. */
  readonly capitals: boolean;
}

/** The terms that begin with the same words. */
interface Node<T> {
  /** The term that these words are. */
  term: Term<T> | null;
  /** By the stem of the next word. */
  readonly next: Map<string, Node<T>>;
}

type Entry<T> = readonly [term: string, value: T];

/** Terms of one word or several, found in one pass over a text: the longest term wins, plural and hyphens do not matter. */
export class Lexicon<T> {
  readonly #terms = new Map<string, Node<T>>();
  readonly #words = new Set<string>();
  /** Words that a slip may have been made in, by first letter and length. */
  readonly #likely = new Map<string, string[]>();

  #entries: (() => Iterable<Entry<T>>) | null;

  /** The terms are taken in when a text is first looked at: starting a program costs nothing. */
  constructor(entries: () => Iterable<Entry<T>>) {
    this.#entries = entries;
  }

  #load(): void {
    const entries = this.#entries;
    if (entries === null) return;
    this.#entries = null;
    for (const [term, value] of entries()) {
      const stems = wordsOf(term).map(({ stem }) => stem);
      let nodes = this.#terms;
      let last: Node<T> | undefined;
      for (const stem of stems) {
        last = nodeBehind(nodes, stem);
        nodes = last.next;
        this.#addWord(stem);
      }
      if (last !== undefined) last.term = { value, capitals: term.length <= 4 && /^[A-Z][A-Z0-9]{1,3}$/.test(term) };
    }
  }

  find(text: string): readonly Mention<T>[] {
    this.#load();
    return this.#find(text, wordsOf(text));
  }

  /** Like `find`, but a word that no term has is read as the only one of the vocabulary from which one slip of the pen makes it. */
  findMisspelt(text: string): readonly Mention<T>[] {
    this.#load();
    const words = wordsOf(text).map((word) => ({ ...word, stem: this.#corrected(word.stem) }));
    return this.#find(text, words);
  }

  #find(text: string, words: readonly Word[]): readonly Mention<T>[] {
    const mentions: Mention<T>[] = [];
    for (let i = 0; i < words.length; ) {
      const length = this.#longestAt(text, words, i, mentions);
      i += Math.max(1, length);
    }
    return mentions;
  }

  /** Adds the longest term that begins at word `i`; returns how many words it has, 0 where there is none. */
  #longestAt(text: string, words: readonly Word[], i: number, mentions: Mention<T>[]): number {
    const first = words[i];
    let node = first === undefined ? undefined : this.#terms.get(first.stem);
    if (first === undefined || node === undefined) return 0;
    let { end } = first;
    let best: Mention<T> | null = null;
    let length = 0;
    for (let n = 1; ; n++) {
      const { term, next }: Node<T> = node;
      if (term !== null && !(term.capitals && /[a-z]/.test(text.slice(first.start, end - 1)))) {
        best = { value: term.value, start: first.start, end };
        length = n;
      }
      const word = words[i + n];
      node = word === undefined ? undefined : next.get(word.stem);
      if (word === undefined || node === undefined || !joins(text, end, word.start)) break;
      ({ end } = word);
    }
    if (best !== null) mentions.push(best);
    return length;
  }

  #addWord(stem: string): void {
    if (this.#words.has(stem)) return;
    this.#words.add(stem);
    if (stem.length < SHORTEST_CORRECTED) return;
    const key = `${stem.charAt(0)}${stem.length}`;
    const likely = this.#likely.get(key);
    if (likely === undefined) this.#likely.set(key, [stem]);
    else likely.push(stem);
  }

  #corrected(stem: string): string {
    if (this.#words.has(stem)) return stem;
    const undigited = stem.replace(/(?<=[a-z])\d(?=[a-z])/, '');
    if (this.#words.has(undigited)) return undigited;
    let only: string | null = null;
    for (const length of [stem.length - 1, stem.length, stem.length + 1]) {
      for (const word of this.#likely.get(`${stem.charAt(0)}${length}`) ?? []) {
        if (!isOneSlip(stem, word)) continue;
        if (only !== null) return stem;
        only = word;
      }
    }
    return only ?? stem;
  }
}

function nodeBehind<T>(nodes: Map<string, Node<T>>, stem: string): Node<T> {
  const known = nodes.get(stem);
  if (known !== undefined) return known;
  const node: Node<T> = { term: null, next: new Map() };
  nodes.set(stem, node);
  return node;
}

/** Below this many letters one slip makes another word too easily. */
const SHORTEST_CORRECTED = 6;

/** Words of one term are divided by a space, a hyphen, a slash or an ampersand, letters of one ('P.T.') by a full stop. */
function joins(text: string, end: number, start: number): boolean {
  const between = text.slice(end, start);
  if (between === '.')
    return !isWordCharacter(text.charCodeAt(end - 2)) && !isWordCharacter(text.charCodeAt(start + 1));
  return between.length === 1 ? ' -/&'.includes(between) : JOINTS.has(between);
}

const JOINTS: ReadonlySet<string> = new Set([' - ', ' / ', ' & ', '. ']);

/** Scanned by hand, as it is done for every word of a letter. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isWordCharacter(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isWordCharacter(text.charCodeAt(at))) at++;
    words.push({ start, end: at, stem: stemOf(text.slice(start, at)) });
    // The s of "worker's" is no word.
    if (isApostrophe(text.charCodeAt(at)) && (text.charCodeAt(at + 1) | 32) === 115) at++;
  }
  return words;
}

const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Each word is put into lower case by itself: a copy of the whole text in lower case was made anew by V8's optimizer for each word. */
function stemOf(written: string): string {
  const word = written.toLowerCase();
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  // 'CRPS' is no plural, 'NCVs' is one.
  if (UNCHANGED.test(word) && !(word.length < 6 && /[A-Z]s$/.test(written))) return word;
  return word.slice(0, -1);
}

/** No plural: 'access', 'meniscus', 'pelvis', abbreviations. */
const UNCHANGED = /(?:ss|us|is)$|^[^aeiouy]*$/;

/** One letter too many, missing or wrong, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  let head = 0;
  while (head < a.length && head < b.length && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.length > restB.length) return restA.slice(1) === restB;
  if (restA.length < restB.length) return restA === restB.slice(1);
  if (restA.slice(1) === restB.slice(1)) return true;
  return (
    restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0) && restA.slice(2) === restB.slice(2)
  );
}
