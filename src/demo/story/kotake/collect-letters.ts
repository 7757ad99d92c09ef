import { rowsOf } from '../after-decision/tables.js';
import type { Folder, Paper } from '../papers-of-the-year.js';
import { KOTAKE } from '../scenes.js';
import { went, type Troupe } from '../troupe.js';

const PROGRAM = 'モデル事業補助金';

/** A letter that an organisation had about its model projects. */
export interface ModelLetter {
  readonly organization: string;
  /** 件名. */
  readonly title: string;
  readonly paper: Paper;
}

/** Every numbered letter about a model project: decisions, 額の確定, what is to come back; the newest first. */
export async function collectLetters(troupe: Troupe, clerk: string, folder: Folder): Promise<ModelLetter[]> {
  const desk = await troupe.as(clerk);
  const letters: ModelLetter[] = [];
  for (const { name, signInName } of KOTAKE.cast) {
    const search = encodeURIComponent(name);
    const register = went(await desk.get(troupe.path(`staff/letters?only=numbered&search=${search}`)));
    for (const [index, row] of rowsOf(register, PROGRAM).entries()) {
      const href = row.href(/staff\/letters\/[0-9a-f-]{36}$/) ?? '';
      const file = `kotake/letter-${signInName.replace('-yakuin', '')}-${String(index + 1)}.pdf`;
      const { bytes } = went(await desk.get(`${href}/pdf`));
      letters.push({ organization: name, title: row.cell('件名'), paper: await folder.keep(file, bytes) });
    }
  }
  return letters;
}
