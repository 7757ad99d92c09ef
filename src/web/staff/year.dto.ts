import { IsOptional, IsString } from 'class-validator';

export class ClosingDto {
  @IsString()
  shown = '';

  /** A box that was not ticked is not sent. */
  @IsOptional()
  @IsString()
  confirmed?: string;

  /** A box that was not ticked is not sent. */
  @IsOptional()
  @IsString()
  slipsEntered?: string;

  @IsString()
  note = '';
}
