import { kotake } from '../../towns/index.js';
import type { Picture } from '../after-decision/reports.js';

/** A drawing of the town's folder, in the place of a photograph of what was done. */
export function drawing(name: string, caption: string): Picture {
  const photos = kotake.series.flatMap(({ meetings }) => meetings.flatMap((meeting) => meeting.photos));
  const found = photos.find((photo) => photo.name.endsWith(name));
  if (!found) throw new Error(`小竹町 has no picture ${name}`);
  return { fileName: name, bytes: found.bytes, caption };
}
