/** Parses one monster in a thread of its own, so that one that hangs can be ended. Posts seconds of processor time, or what broke. */
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { applyEdits } from '../../server/src/base/edits';
import { openLanguage } from '../../server/src/language/language';
import { detectEncoding } from '../../server/src/language/detection';
import { nodeResources } from '../../server/src/node/resources';
import { createArticleService } from '../../server/src/service';
import { checkParsed } from './checks';
import { MONSTERS } from './monsters';

const { root, index } = workerData as { root: string; index: number };
const language = openLanguage(nodeResources(path.join(root, 'server/data')));
const service = createArticleService(language);
void service.parse('9月9日，市长王海强调，要加强巡查。').findings;
const text = MONSTERS[index]!.make();
const started = process.cpuUsage();
const used = () => {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
};
try {
  checkParsed(service.parse(text), {
    module: { applyEdits, openLanguage, detectEncoding, nodeResources, createArticleService },
    language,
    service,
  });
  parentPort!.postMessage({ bytes: Buffer.byteLength(text), seconds: used() });
} catch (error) {
  parentPort!.postMessage({ bytes: Buffer.byteLength(text), seconds: used(), error: (error as Error).stack?.slice(0, 400) });
}
