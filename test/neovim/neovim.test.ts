import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../support/letters.ts';
import { Workplace } from '../support/program.ts';
import { Neovim } from './neovim.ts';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What the documentation has users of Neovim write. */
function examples(page: string): readonly string[] {
  return [...readFileSync(file(page), 'utf8').matchAll(/^```lua.*\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
}

const SIDES = CLEAN_LETTER.replace('There is no red flag.', 'The MRI shows the the tear of the right knee.');

let place: Workplace;
let neovim: Neovim;

async function start(init: string): Promise<void> {
  neovim = new Neovim(
    place.folder,
    place.write('init.lua', init),
    `${join(place.folder, 'bin')}${delimiter}${process.env['PATH']}`,
  );
  await vi.waitFor(() => expect(neovim.isReady).toBe(true), { timeout: 30_000 });
}

/** The findings that Neovim has of the letter before it, by the names of their rules. */
const findings = (): unknown =>
  neovim.lua(
    'return vim.tbl_map(function(d) return d.code or (d.user_data and d.user_data.lsp.code) end, vim.diagnostic.get(0))',
  );

beforeAll(() => {
  place = new Workplace();
  for (const folder of ['bin', 'letters', 'letters/more']) mkdirSync(join(place.folder, folder));
  const server = file('dist/imr-language-server.cjs');
  chmodSync(place.write('bin/imr-language-server', `#!/bin/sh\nexec "${process.execPath}" "${server}" "$@"\n`), 0o755);
  place.write('clean.imr', CLEAN_LETTER);
  place.write('letters/sides.txt', SIDES);
  place.write('letters/undecided.txt', LETTER_WITH_FINDINGS);
  place.write('letters/more/note.txt', 'No letter.\n');
});
afterAll(() => place.remove());

describe('The example of the README', () => {
  const [example = ''] = examples('README.md');
  beforeAll(() => start(example));
  afterAll(() => neovim.quit());

  it('shows the findings of a letter', async () => {
    place.write('undecided.imr', LETTER_WITH_FINDINGS);
    neovim.command('edit undecided.imr');
    await expect.poll(findings).toContain('missing-decision');
  });
});

describe('The example of the page about other editors', () => {
  const [example = ''] = examples('docs/other-editors.md');
  beforeAll(() => start(example));
  afterAll(() => neovim.quit());
  beforeEach(() => {
    place.write('letters/sides.txt', SIDES);
    neovim.command('edit! letters/sides.txt');
  });

  it('shows findings where they are, and none in a letter without', async () => {
    await expect.poll(findings).toEqual(expect.arrayContaining(['laterality-mismatch', 'repeated-text']));
    const marked = neovim.lua(`
      local codeOf = function(d) return d.code or d.user_data.lsp.code end
      for _, d in ipairs(vim.diagnostic.get(0)) do
        local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, true)[1]
        if codeOf(d) == 'laterality-mismatch' then return line:sub(d.col + 1, d.end_col) end
      end`);
    expect(marked).toMatch(/^right/);
    neovim.command('edit clean.imr');
    neovim.lua(
      "vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', { textDocument = { uri = vim.uri_from_bufnr(0) } }, 20000)",
    );
    expect(findings()).toEqual([]);
  });

  it('follows what is typed', async () => {
    await expect.poll(findings).toContain('laterality-mismatch');
    neovim.command('%s/the right knee/the left knee/');
    await expect.poll(findings).not.toContain('laterality-mismatch');
  });

  it('lists the outline', async () => {
    neovim.command('lua vim.lsp.buf.document_symbol()');
    const listed = (): unknown =>
      neovim.lua('return vim.tbl_map(function(item) return item.text end, vim.fn.getqflist())');
    await expect.poll(listed).toEqual(expect.arrayContaining([expect.stringContaining('MRI of the left knee')]));
  });

  it('shows a card', async () => {
    neovim.command('call search("Upheld")');
    neovim.command('lua vim.lsp.buf.hover()');
    const card = (): unknown =>
      neovim.lua(`
        for _, window in ipairs(vim.api.nvim_list_wins()) do
          if vim.api.nvim_win_get_config(window).relative ~= '' then
            return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), ' ')
          end
        end
        return ''`);
    await expect.poll(card).toMatch(/denial is confirmed/);
  });

  it('applies a quick fix', async () => {
    await expect.poll(findings).toContain('repeated-text');
    neovim.lua(`
      offered = {}
      vim.ui.select = function(items, options, choose)
        for i, item in ipairs(items) do
          local title = options.format_item(item)
          table.insert(offered, title)
          if title:find('^Remove') or title:find('^Delete') then return choose(item, i) end
        end
      end`);
    neovim.command(String.raw`call search('the \zsthe')`);
    neovim.command('lua vim.lsp.buf.code_action()');
    const text = (): unknown => neovim.lua("return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n')");
    await expect
      .poll(() => [text(), neovim.lua('return offered')])
      .toEqual([expect.stringContaining('The MRI shows the tear of'), expect.anything()]);
    await expect.poll(findings).not.toContain('repeated-text');
  });

  it('checks a folder', async () => {
    neovim.command('edit clean.imr');
    neovim.command('ImrCheck letters');
    const listed = (): unknown =>
      neovim.lua(`return vim.tbl_map(function(item)
        return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(item.bufnr), ':t') .. ' ' .. item.lnum
      end, vim.fn.getqflist())`);
    await expect
      .poll(listed)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^sides\.txt \d+$/),
          expect.stringMatching(/^undecided\.txt \d+$/),
        ]),
      );
    expect(listed()).not.toEqual(expect.arrayContaining([expect.stringContaining('note.txt')]));
  });
});
