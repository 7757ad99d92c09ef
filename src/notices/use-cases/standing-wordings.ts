import type { Medium } from '../domain/medium.js';
import { Wordings } from './wording.js';

/** The texts of the house, of which every process keeps what it has read. */
export const standingWordings: Readonly<Record<Medium, Wordings>> = {
  letters: new Wordings('letters'),
  mails: new Wordings('mails'),
};
