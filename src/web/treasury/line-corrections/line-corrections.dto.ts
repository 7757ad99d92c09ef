import { IsString } from 'class-validator';

export class CorrectionAnswerDto {
  @IsString()
  answer = '';
}
