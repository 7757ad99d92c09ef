import { IsString } from 'class-validator';

export class CarryAnswerDto {
  @IsString()
  answer = '';
}
