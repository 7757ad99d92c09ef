import { Matches } from 'class-validator';
import { DraftWordsDto } from '../approvals.dto.js';

/** 起案 of a result or an answer, from the version that the page showed. */
export class VoiceDraftDto extends DraftWordsDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}
