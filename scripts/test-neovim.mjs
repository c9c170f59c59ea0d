// @ts-check
// Tests in a real Neovim, which starts the built language server as the documents say. `node scripts/test-neovim.mjs`
import path from 'node:path';
import { neovimSettings } from './neovim.mjs';
import { build } from './vscode/extension.mjs';
import { projectRoot, run, runScript } from './vscode/setup.mjs';

runScript(async () => {
  const settings = await neovimSettings();
  await build();
  const vitest = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'test/neovim/vitest.config.ts', ...process.argv.slice(2)];
  const { code } = await run(process.execPath, args, { show: true, env: { ...process.env, ...settings } });
  return code;
});
