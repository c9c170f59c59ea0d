import { Uri, type Webview, type WebviewOptions, workspace } from 'vscode';
import { pageHtml } from './pageHtml.ts';

/** A page reads no file and follows no address. */
export const PAGE_OPTIONS: WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/**
 * Shows one of the pages in `dist/views` in a view.
 * @param name of the page's files
 */
export async function showPage(webview: Webview, extension: Uri, name: string, title: string): Promise<void> {
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'views', file)));
  const [script, style] = await Promise.all([read(`${name}.js`), read(`${name}.css`)]);
  webview.html = pageHtml({ title, script, style, nonce: newNonce() });
}

const newNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('');
