import { IsString, Matches, MaxLength } from 'class-validator';
import { DraftWordsDto } from '../approvals.dto.js';

/** What the town says, and the draft of it; without a rule for it there is no draft. */
export class AcknowledgementDto extends DraftWordsDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reply = '';
}

export class ReturnDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  note = '';

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  correctBy = '';
}
