import { StringDecoder } from 'node:string_decoder';

/** The lines of a stream in UTF-8 that are not empty, one by one: however long the stream is, no more than a line and a chunk is in memory. */
export async function* linesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string, void, void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (withoutReturn(line) !== '') yield withoutReturn(line);
  }
  rest += decoder.end();
  if (withoutReturn(rest) !== '') yield withoutReturn(rest);
}

/** A list may have been made on Windows. */
const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
