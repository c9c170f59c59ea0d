import type { DocumentLink } from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import { everywhere } from '../text/pattern.ts';
import { toRange } from './convert.ts';

/** Web addresses, also those that a line end cuts at a hyphen and those that a sentence is glued to. */
export function documentLinks({ text }: Determination): DocumentLink[] {
  const { prose } = text;
  return [...ADDRESS.in(prose.text)].flatMap((match) => {
    const address = addressIn(match[0]);
    if (address === null) return [];
    const target = address.startsWith('www.') ? `https://${address}` : address;
    return [{ range: toRange(text, prose.span(match.index, match.index + address.length)), target }];
  });
}

const ADDRESS = everywhere(/(?<![\w@.-])(?:https?:\/\/|www\.)[^\s<>"“”]{3,400}/);
/** After its first word a name has no capitals: 'www.example.org.The patient' ends before 'The'. */
const HOST = /^(?:https?:\/\/)?[\w-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}(?![A-Z\w@])/;
/** A full stop with a sentence glued to it: '/low_back.htm.The patient'. */
const GLUED = /[.;,](?=[A-Z][a-z])/;
const CLOSING = new Set(".,;:!?'’]}*");

/** The address at the start of words without spaces; null where there is none. */
function addressIn(words: string): string | null {
  const host = HOST.exec(words)?.[0];
  if (host === undefined) return null;
  const glued = words.slice(host.length).search(GLUED);
  return withoutClosing(glued < 0 ? words : words.slice(0, host.length + glued));
}

/** Without the punctuation of the sentence around it; '/page_(anatomy)' keeps its bracket, '(www.example.org)' does not. */
function withoutClosing(words: string): string {
  let end = words.length;
  for (;;) {
    const last = words.charAt(end - 1);
    const opened = words.slice(0, end).split('(').length;
    const closed = words.slice(0, end).split(')').length;
    if (!CLOSING.has(last) && !(last === ')' && closed > opened)) return words.slice(0, end);
    end--;
  }
}
