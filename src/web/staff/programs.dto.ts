import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { DraftWordsDto } from './approvals.dto.js';

export class DraftVersionDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}

export class EditionWithdrawalDto extends DraftVersionDto {
  @IsString()
  @MaxLength(2000, { message: 'common.too-long', context: { max: 2000 } })
  reason = '';

  @IsIn(['yes'], { message: 'programs.withdrawal-unconfirmed' })
  confirmed = '';
}

export class PublicationDto extends DraftVersionDto {
  @IsIn(['yes'], { message: 'programs.publication-unconfirmed' })
  confirmed = '';
}

export class PublicationDraftDto extends DraftWordsDto {
  @Matches(/^\d{1,9}$/, { message: 'common.request-malformed' })
  version!: string;
}

export class DeletionDto extends DraftVersionDto {
  @IsIn(['yes'], { message: 'programs.deletion-unconfirmed' })
  confirmed = '';
}
