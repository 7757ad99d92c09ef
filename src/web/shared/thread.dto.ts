import { IsString, IsUUID, MaxLength } from 'class-validator';

/** A message as its form sends it; how long it may be is the domain's word, so that nothing typed is dropped here. */
export class MessageDto {
  @IsUUID(undefined, { message: 'common.request-malformed' })
  requestId!: string;

  @IsString({ message: 'common.request-malformed' })
  text = '';

  @IsString({ message: 'common.request-malformed' })
  @MaxLength(200, { message: 'common.request-malformed' })
  place = '';
}
