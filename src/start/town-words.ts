import type { FolderFault, Laid } from '../town-folder/index.js';
import { messageFor } from '../web/shared/messages/index.js';

/** Every fault at its file and place, as whoever keeps the folder reads it at the terminal. */
export function faultsInWords(faults: readonly FolderFault[]): string {
  const lines = faults.map(({ file, place, code, params }) => {
    const where = place === '' ? file : `${file}　${place}`;
    return `- ${where}：${messageFor(code, params)}`;
  });
  return [
    `The town's folder needs a look; nothing was written. / 町のフォルダーに直すところが${String(faults.length)}か所あります。まだ何も書き込んでいません。`,
    ...lines,
  ].join('\n');
}

const OUTCOME = { made: '作成', changed: '更新', left: 'そのまま' } as const;

/** What became of the folder, a line each; `check`: what would become of it. */
export function laidInWords(laid: readonly Laid[], check: boolean): string {
  const lines = laid.map(({ file, name, outcome, why }) => {
    const what = [file, name].filter((part) => part !== '').join('　');
    return `  ${OUTCOME[outcome]}  ${what}${why === null ? '' : `：${messageFor(why)}`}`;
  });
  const head = check
    ? '直すところはありません。取り込むと、次のとおりになります（まだ何も書き込んでいません）。'
    : '取り込みました。';
  return laid.length === 0 ? 'データベースと同じ内容です。変えるところはありません。' : [head, ...lines].join('\n');
}
