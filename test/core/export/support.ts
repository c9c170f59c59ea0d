/** What a browser shows of a page, as someone copies it: a block is a paragraph, and a row of a table is a line. */
export function textOfHtml(html: string): string {
  return html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<aside>[\s\S]*?<\/aside>/g, '')
    .replace(/\n/g, '')
    .replace(/<\/td><td>/g, '   ')
    .replace(/<\/tr>/g, '\n')
    .replace(/<\/(?:p|h1|h2|table)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
