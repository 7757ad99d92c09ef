import { IsArray, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { DISPATCH_WAYS, type DispatchWay } from '../../notices/index.js';

export class DispatchDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  letterIds: string[] = [];

  @IsString()
  @MaxLength(40, { message: 'common.too-long', context: { max: 40 } })
  on = '';

  @IsIn([...DISPATCH_WAYS], { message: 'common.required' })
  how: DispatchWay = 'post';
}

export class VoidDto {
  @IsString()
  @MaxLength(400, { message: 'common.too-long', context: { max: 400 } })
  reason = '';
}

export class SealUseDto {
  @IsArray({ message: 'common.request-malformed' })
  @IsUUID(undefined, { each: true, message: 'common.request-malformed' })
  letterIds: string[] = [];

  @IsString()
  @MaxLength(200, { message: 'common.too-long', context: { max: 200 } })
  document = '';

  @IsString()
  copies = '1';

  @IsString()
  usedOn = '';

  @IsString()
  @MaxLength(100, { message: 'common.too-long', context: { max: 100 } })
  keeper = '';
}
