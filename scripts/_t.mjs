import { pathToFileURL } from 'node:url';
import { launchBrowser } from './vscode/browser.mjs';

const b = await launchBrowser();
for (const js of [false, true]) {
  const c = await b.newContext({ javaScriptEnabled: js });
  const p = await c.newPage();
  const t = Date.now();
  await p.goto(pathToFileURL(process.argv[2]).href, { waitUntil: 'commit' });
  console.log(js, 'commit', Date.now() - t);
  await p.waitForLoadState('load');
  console.log(js, 'load', Date.now() - t);
  await p.screenshot({ path: '/tmp/cli-bench/x.png' });
  console.log(js, 'shot', Date.now() - t);
  if (js) {
    console.log(await p.evaluate(() => JSON.stringify(performance.getEntriesByType('navigation')[0])));
    const t2 = Date.now();
    await p.fill('input[name=words]', 'zzz');
    console.log('filter', Date.now() - t2);
    const t3 = Date.now();
    await p.click('th[data-sort=findings] button');
    console.log('sort', Date.now() - t3);
  }
  await c.close();
}
await b.close();
