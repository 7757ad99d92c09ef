import { IsString, IsUUID } from 'class-validator';

export class LineMoveWithdrawalDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  moveId!: string;

  @IsString()
  answer = '';
}
