/** The one place where HTML is made. Whatever is put into it is text, unless it was made here. */

/** HTML that may be put into HTML as it is. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Value = string | number | Markup | readonly Markup[] | null;

/** Values are escaped, for element content and for attributes in double quotes; null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  let made = parts[0] ?? '';
  for (const [i, value] of values.entries()) made += `${written(value)}${parts[i + 1] ?? ''}`;
  return new Markup(made);
}

function written(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.html;
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'number' ? String(value) : value.map((each) => each.html).join('');
}

/** Characters that HTML cannot hold, or that turn the direction of what comes after, are shown as JSON writes them. */
const escaped = (text: string): string =>
  text.replace(
    /[&<>"'\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
    (character) => {
      const entity = ENTITIES[character];
      return entity ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
