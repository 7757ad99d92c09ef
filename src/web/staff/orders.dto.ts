import { IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import { DraftOptionsDto } from './approvals.dto.js';

export class PaymentDraftDto extends DraftOptionsDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  claimIds: string[] = [];

  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  title = '';

  @IsString()
  @MaxLength(8000, { message: 'common.too-long', context: { max: 8000 } })
  reason = '';
}
