import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, it } from 'vitest';
import { root, shippedFiles } from './shipped.ts';

const markdown = new MarkdownIt({ html: true });

const inFolder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => (folder === '' ? name : `${folder}/${name}`));
const PAGES = ['', 'docs', 'docs/rules', 'samples', '.github'].flatMap((folder) =>
  existsSync(join(root, folder)) ? inFolder(folder) : [],
);

interface Link {
  readonly page: string;
  readonly to: string;
}

/** Links and pictures of a page: those that Markdown has, and those of HTML. */
function linksOf(page: string, text: string): readonly Link[] {
  const tokens = markdown.parse(text, {}).flatMap((block) => [block, ...(block.children ?? [])]);
  const named = tokens.flatMap((token) =>
    [token.attrGet('href'), token.attrGet('src')].filter((to) => typeof to === 'string'),
  );
  const html = tokens.flatMap(({ type, content }) => (type.startsWith('html') ? [content] : [])).join('\n');
  const inHtml = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, to]) => to ?? []);
  return [...named, ...inHtml].map((to) => ({ page, to: decodeURI(to) }));
}

/** The names of a page's headings, as links call them. */
function anchors(text: string): readonly string[] {
  const tokens = markdown.parse(text, {});
  return tokens.flatMap(({ type }, i) =>
    type === 'heading_open' ? [slug(tokens[i + 1]?.children?.map(({ content }) => content).join('') ?? '')] : [],
  );
}
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-');

/** What is wrong with a link, where there is something at `at`. */
function isBroken({ page, to }: Link, isThere: (file: string) => boolean): boolean {
  if (/^[a-z]+:/i.test(to)) return !/^(?:https|mailto|command|vscode):/.test(to);
  const [path = '', anchor] = to.split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  if (!isThere(file)) return true;
  return anchor !== undefined && !anchors(readFileSync(join(root, file), 'utf8')).includes(anchor);
}

describe('links and pictures', () => {
  it('of every page of the repository lead somewhere', () => {
    const links = PAGES.flatMap((page) => linksOf(page, readFileSync(join(root, page), 'utf8')));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => isBroken(link, (file) => existsSync(join(root, file))))).toEqual([]);
  });

  describe('of the pages that ship', () => {
    let shipped: readonly string[];
    beforeAll(async () => {
      shipped = await shippedFiles();
    });

    it('lead to what ships', () => {
      // The README lies at the top of the package.
      const texts = shipped
        .filter((file) => file.endsWith('.md'))
        .map((file) => ({
          page: file === 'dist/README.md' ? 'README.md' : file,
          text: readFileSync(join(root, file), 'utf8'),
        }));
      const links = texts.flatMap(({ page, text }) => linksOf(page, text));
      expect(links).toContainEqual({ page: 'README.md', to: 'docs/images/overview.webp' });
      const isThere = (file: string): boolean => file === 'README.md' || shipped.includes(file);
      expect(links.filter((link) => isBroken(link, isThere))).toEqual([]);
    });

    it('show every picture that ships', () => {
      const pages = shipped
        .filter((file) => file.endsWith('.md'))
        .map((file) => readFileSync(join(root, file), 'utf8'));
      const pictures = shipped.filter((file) => file.startsWith('docs/images/'));
      expect(pictures.filter((file) => !pages.some((text) => text.includes(file.replace('docs/', ''))))).toEqual([]);
    });
  });
});
