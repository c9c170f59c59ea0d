import { marked, type Token, type Tokens } from 'marked';

/** A page of Markdown as plain text, its lines no longer than `width` where their words allow it. */
export function plainText(markdown: string, width: number): string {
  return `${blocks(marked.lexer(markdown), width).join('\n\n')}\n`;
}

function blocks(tokens: readonly Token[], width: number): readonly string[] {
  return tokens.flatMap((token) => block(token as MarkdownToken, width));
}

/** The kinds that a page is made of; anything else is shown as it is written. */
type MarkdownToken =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.List
  | Tokens.Blockquote
  | Tokens.Table
  | Tokens.Code
  | Tokens.Space;

function block(token: MarkdownToken, width: number): readonly string[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': {
      const title = wrapped(inline(token.tokens), width);
      return [token.depth === 1 ? `${title}\n${'='.repeat(Math.min(width, title.length))}` : title.toUpperCase()];
    }
    case 'paragraph':
    case 'text':
      return [wrapped(inline(token.tokens ?? [], token.text), width)];
    case 'list':
      return [
        token.items
          .map((item, i) => {
            const mark = token.ordered ? `${Number(token.start || 1) + i}. ` : '- ';
            const text = blocks(item.tokens, width - mark.length).join('\n');
            return mark + indented(text, ' '.repeat(mark.length)).trimStart();
          })
          .join('\n'),
      ];
    case 'blockquote':
      return [indented(blocks(token.tokens, width - 4).join('\n\n'), '    ')];
    case 'table':
      return [
        token.rows
          .map(([first, ...rest]) => {
            const details = rest.map((cell) => inline(cell.tokens)).join('; ');
            return indented(wrapped(`${inline(first?.tokens ?? [])}: ${details}`, width - 2), '  ').trimStart();
          })
          .join('\n'),
      ];
    case 'code':
      return [indented(token.text, '    ')];
    default:
      return [(token as Token).raw.trim()];
  }
}

/** @param otherwise where there are no tokens */
function inline(tokens: readonly Token[], otherwise = ''): string {
  if (tokens.length === 0) return otherwise;
  return tokens
    .map((token) => {
      if (token.type === 'codespan') return `“${(token as Tokens.Codespan).text}”`;
      if ('tokens' in token && token.tokens !== undefined) return inline(token.tokens);
      return 'text' in token ? String(token['text']) : token.raw;
    })
    .join('');
}

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** Breaks a text at its spaces. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
