import { IsString } from 'class-validator';

export class LineMoveAnswerDto {
  @IsString()
  answer = '';
}
